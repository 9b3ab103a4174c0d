#!/usr/bin/env python3
"""Checks the folder that it lies in with Python 3 and openssl, nothing else.

  python3 check.py      checks
  python3 check.py 9    writes entry 9, byte for byte

README.txt says what this leaves out. formats.py, beside it, reads the files."""
import glob, json, os, subprocess, sys
sys.dont_write_bytecode = True
from formats import *

CONTROL = 'charter grant revoke withdrawal release amendment'.split()
entries, by_hash, keys = [], {}, {}

def admit(item):
    """A key, for what comes after it. Nobody is admitted twice."""
    name, kind, raw = split_key(item['vkey'])
    need(kind == 1, name + ': a kind of key that is newer than this')
    need(name not in keys, name + ': was admitted before')
    keys[name] = {'raw': raw, 'editor': item['role'] == 'editor'}

def check(index, entry, origin, last_day):
    """What it is, where it stands, who signed it, what it does. Its day."""
    where = f'entry {index}: '
    header, statement = entry.split(b'\n\n', 1)
    text, lines = split_note(statement)
    first, ledger, by, seen, line, _ = text.decode().split('\n')
    body, size, day = json.loads(line), int(seen.split()[1]), header[-10:]
    kind, about = body['type'], by_hash.get(body.get('of'))
    before = b64(leaves[index - 1] if index else sha(b'')).encode()
    need(header == b'daftar/entry@v1\nindex %d\nprevious %s\nrecorded %s' %
         (index, before, day) and day >= last_day, where + 'is out of place')
    need(first == 'daftar/statement@v1' and ledger == 'ledger ' + origin
         and kind[0] != '!', where + "is another ledger's, or newer than this")
    need(size <= index and seen == f'seen {size} {b64(root(0, size))}',
         where + 'its author saw another history')
    signers = [name for name, _ in lines]
    need(signers and by.split(' ') == ['by'] + signers, where + 'is unsigned')
    ends = split_key(body['vkey'])[0] if kind == 'revoke' else None
    if index == 0:
        for item in body['keys']:
            admit(item)
    is_free = kind not in CONTROL or signers == [ends] or (
        kind == 'release' and about and signers == about['signers'])
    for name, blob in lines:
        key = keys.get(name)
        need(key and (is_free or key['editor']), f'{where}{name} may not sign')
        verify(key['raw'], text, blob, where + name)
    if kind == 'grant':
        admit(body)
    if ends:
        keys[ends] = None
    if about and kind in ('release', 'withdrawal'):
        about[kind].update(body['digests'])
    items = [item for value in body.values() if isinstance(value, list)
             for item in value if isinstance(item, dict)]
    signed = {item['...'] for item in items if '...' in item}
    entries.append({
        'signers': signers, 'signed': signed | set(body.get('_sd', [])),
        'withheld': set(body.get('withheld', [])), 'release': set(),
        'withdrawal': set(), 'shown': set()})
    by_hash[b64(sha(text))] = entries[-1]
    return day

def content(path):
    """What is shown of entries: each part by its digest."""
    for line in read(path).splitlines():
        value = json.loads(line)
        for part in value['disclosures']:
            text = json.dumps(part, ensure_ascii=False, sort_keys=True,
                              separators=(',', ':'))
            if value['entry'] < len(entries):
                entries[value['entry']]['shown'].add(b64(sha(text.encode())))

def left_out(index, entry, selection):
    """How many parts are missing, though nobody withheld or withdrew them."""
    closed = entry['withheld'] - entry['release'] | entry['withdrawal']
    need(entry['shown'] <= entry['signed'] - closed,
         f'entry {index}: shows what was not signed, or not to be shown')
    gone = entry['signed'] - entry['shown'] - closed
    need(not gone or selection and str(index) not in selection,
         f'entry {index}: content is missing')
    return len(gone)

def main():
    policy = {}
    for line in read('Keys/policy').decode().splitlines():
        words = [*line.split(), '', '', '']
        if words[0] in ('log', 'witness'):
            name, kind, key = split_key(words[1 if words[0] == 'log' else 2])
            policy[name] = kind, key
    heads = [checkpoint(file, policy)
             for file in sorted(glob.glob('Records/checkpoint*'))]
    size, day = max(head[1] for head in heads), b''
    data = [entry for number in range((size + 255) // 256)
            for entry in bundle(number, min(256, size - 256 * number))]
    if sys.argv[1:]:
        return sys.stdout.buffer.write(data[int(sys.argv[1])])
    leaves.extend(sha(b'\0' + entry) for entry in data)
    pin = read('Keys/charter').decode().strip()
    need(b64(leaves[0]) == pin, 'entry 0 is not what Keys/charter pins')
    for _, size, top, _ in heads:
        need(b64(root(0, size)) == top, f'{size} entries have another root')
    for index, entry in enumerate(data):
        day = check(index, entry, heads[0][0], day)
    for path in glob.glob('Records/content/**/*.jsonl', recursive=True):
        content(path)
    for path in glob.glob('Records/evidence/*/*'):
        done = subprocess.run(['openssl', 'dgst', '-sha256', '-r', path],
                              capture_output=True)
        need(done.stdout[:64].decode() == os.path.basename(path),
             path + ': is not the file that was captured')
    chosen = None
    if os.path.isfile('selection'):
        chosen = read('selection').decode().split('\n')[3].split(' ')
    counts = [left_out(*pair, chosen) for pair in enumerate(entries)]
    print(f'Good: {len(data)} entries of {heads[0][0]}, up to {day.decode()}')
    print('  signed by  ' + '\n             '.join(heads[0][3]))
    shown = sum(len(entry['shown']) for entry in entries)
    print(f'  parts      {shown} shown, {sum(counts)} left out')
    print(f'  charter    {pin}')
    print('Compare the charter with what the publisher printed elsewhere.')

try:
    main()
except Exception as error:  # whatever is wrong with a file, it is not good
    need(False, f'it can not be read: {error!r}')
