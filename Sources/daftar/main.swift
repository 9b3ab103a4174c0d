import DaftarCommand

Program.main()
