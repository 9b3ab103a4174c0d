"""How the files are read that check.py checks: signed notes (C2SP signed-note),
Ed25519 by openssl, the hash tree, files of entries (C2SP tlog-tiles)."""
import base64, functools, hashlib, os, subprocess, sys, tempfile

os.chdir(sys.path[0])
work = tempfile.TemporaryDirectory()
P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P)  # the curve's (RFC 8032, section 5.1)
leaves = []

def need(is_so, what): is_so or sys.exit('NOT GOOD: ' + what)
def read(name): return open(name, 'rb').read()
def sha(data): return hashlib.sha256(data).digest()
def b64(data): return base64.b64encode(data).decode()

def verify(key, text, signature, where):
    """Plain Ed25519. Under a key of small order, openssl takes forgeries."""
    y = int.from_bytes(key, 'little') % 2**255
    is_small = y * (y**2 - 1) * (D * y**4 + 2 * y**2 - 1) % P == 0
    need(len(key) == 32 and y < P and not is_small, where + ': is no key')
    key = bytes.fromhex('302a300506032b6570032100') + key
    for name, data in ('key', key), ('text', text), ('sig', signature):
        with open(os.path.join(work.name, name), 'wb') as file:
            file.write(data)
    line = 'pkeyutl -verify -rawin -pubin -keyform DER -inkey key -in text'
    done = subprocess.run(['openssl', *line.split(), '-sigfile', 'sig'],
                          cwd=work.name, capture_output=True)
    need(done.returncode == 0, where + ': its signature is not valid')

def split_key(vkey):
    """What a key is called, its kind, its bytes."""
    name, number, data = vkey.split('+', 2)
    raw = base64.b64decode(data)
    return f'{name}+{number}', raw[0], raw[1:]

def split_note(data):
    """What is signed; then of each signature whose it is, and its bytes."""
    text, lines = data.split(b'\n\n', 1)
    words = [line.split(' ') for line in lines.decode().split('\n')[:-1]]
    blobs = [(name, base64.b64decode(blob)) for _, name, blob in words]
    return text + b'\n', [(f'{n}+{b[:4].hex()}', b[4:]) for n, b in blobs]

@functools.lru_cache(None)
def root(first, size):
    """The hash of so many leaves (RFC 6962, section 2.1)."""
    if size < 2:
        return leaves[first] if size else sha(b'')
    left = 1 << (size - 1).bit_length() - 1
    return sha(b'\1' + root(first, left) + root(first + left, size - left))

def checkpoint(file, policy):
    """Its origin, size and root, and who signed it."""
    text, lines = split_note(read(file))
    signers = [name for name, _ in lines if name in policy]
    for name, blob in lines:
        kind, key = policy.get(name, (0, b''))
        if kind == 1:  # the ledger's
            verify(key, text, blob, f'{file}: {name}')
        elif kind == 4:  # a witness's: eight bytes of time come first
            head = b'cosignature/v1\ntime %d\n'
            head %= int.from_bytes(blob[:8], 'big')
            verify(key, head + text, blob[8:], f'{file}: {name}')
    need(any(policy[name][0] == 1 for name in signers), file + ': unsigned')
    origin, size, top, _ = text.decode().split('\n')
    return origin, int(size), top, signers

def bundle(number, width):
    """The entries of a file, each behind two bytes of length."""
    parts = [part.zfill(3) for part in f'{number:,}'.split(',')]
    parts = ['x' + part for part in parts[:-1]] + parts[-1:]
    path = os.path.join('Records/tile/entries', *parts)
    data = read(path if os.path.isfile(path) else f'{path}.p/{width}')
    for _ in range(width):
        end = 2 + int.from_bytes(data[:2], 'big')
        yield data[2:end]
        data = data[end:]
