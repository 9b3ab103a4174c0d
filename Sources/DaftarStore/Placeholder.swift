import Daftar
