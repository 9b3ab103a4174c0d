#!/usr/bin/env python3
"""Checks this kit without Daftar: nothing but Python 3 and openssl.

  python3 check.py      checks everything that it can
  python3 check.py 9    writes entry 9, byte for byte, to standard output

It checks the ledger's signature on the checkpoint, and the witnesses'; the hash
tree; the pinned charter; the chain; each author's signature, by a key that was
admitted and not revoked by then; that shown content is what was signed; the
digests of captured files. It does not check the policy's quorum, how many
editors must sign together, who may correct whose entry, timestamps, doubt about
stolen keys, or that each value has its one spelling. `daftar check` does.
"""
import base64, hashlib, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CONTROL = 'charter grant revoke withdrawal release amendment'.split()
faults = []


def read(*parts):
    with open(os.path.join(HERE, *parts), 'rb') as file:
        return file.read()


def sha(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode()


def fault(where, what):
    faults.append('%s: %s' % (where, what))


def openssl(key, text, signature):
    """Plain Ed25519: openssl pkeyutl -verify."""
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(folder, name) for name in ('key', 'text', 'sig')]
        der = bytes.fromhex('302a300506032b6570032100') + key
        for name, data in zip(names, (der, text, signature)):
            with open(name, 'wb') as file:
                file.write(data)
        done = subprocess.run(
            ['openssl', 'pkeyutl', '-verify', '-rawin', '-pubin', '-keyform',
             'DER', '-inkey', names[0], '-in', names[1], '-sigfile', names[2]],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return done.returncode == 0


def split_key(vkey):
    name, number, data = vkey.split('+', 2)
    raw = base64.b64decode(data)
    return name + '+' + number, raw[0], raw[1:]


def note(data):
    """The text, and each signature under it: by which key, and its bytes."""
    text, lines = data.split(b'\n\n', 1)
    signatures = []
    for line in lines.decode().splitlines():
        dash, name, blob = line.split(' ')
        blob = base64.b64decode(blob)
        signatures.append((name + '+' + blob[:4].hex(), blob[4:]))
    return text + b'\n', signatures


def checkpoint(file, policy):
    """Size and root, and who signed them."""
    text, signatures = note(read('Records', file))
    origin, size, root = text.decode().splitlines()
    signers = []
    for name, blob in signatures:
        kind, key = policy.get(name, (0, b''))
        if kind == 1:
            good = openssl(key, text, blob)
        elif kind == 4:
            time = int.from_bytes(blob[:8], 'big')
            head = b'cosignature/v1\ntime %d\n' % time
            good = openssl(key, head + text, blob[8:])
        else:
            continue
        if good:
            signers.append((kind, name))
        else:
            fault(file, 'the signature by %s is not valid' % name)
    if not any(kind == 1 for kind, name in signers):
        fault(file, "the ledger's key did not sign it")
    return origin, int(size), root, [name for kind, name in signers]


def all_entries(size):
    """The entries, each behind two bytes of length, 256 in a file."""
    for first in range(0, size, 256):
        number, width = first // 256, min(256, size - first)
        name = '%03d' % (number % 1000)
        while number >= 1000:
            number //= 1000
            name = 'x%03d/%s' % (number % 1000, name)
        path = os.path.join('Records', 'tile', 'entries', name)
        if not os.path.exists(os.path.join(HERE, path)):
            path += '.p/%d' % width
        data = read(path)
        for _ in range(width):
            end = 2 + int.from_bytes(data[:2], 'big')
            yield data[2:end]
            data = data[end:]


def all_roots(leaves):
    """The root of the tree at every size (RFC 6962, section 2.1)."""
    peaks, roots = [], [sha(b'')]
    for leaf in leaves:
        peaks.append((0, leaf))
        while len(peaks) > 1 and peaks[-1][0] == peaks[-2][0]:
            (height, right), (_, left) = peaks.pop(), peaks.pop()
            peaks.append((height + 1, sha(b'\1' + left + right)))
        root = peaks[-1][1]
        for _, peak in reversed(peaks[:-1]):
            root = sha(b'\1' + peak + root)
        roots.append(root)
    return roots


def admit(body, keys):
    """What a charter, a grant, a revocation do to the list of keys."""
    if body['type'] == 'revoke':
        keys[split_key(body['vkey'])[0]][2] = False
    for item in body.get('keys', [body] if body['type'] == 'grant' else []):
        name, kind, key = split_key(item['vkey'])
        keys[name] = [kind, key, True, item['role']]


def check_signatures(index, text, signatures, body, by, keys, releaser):
    if [name for name, blob in signatures] != by:
        fault('entry %d' % index, 'is not signed by exactly those it names')
    for name, blob in signatures:
        kind, key, active, role = keys.get(name, (0, b'', False, ''))
        own = body['type'] == 'revoke' and split_key(body['vkey'])[0] == name
        if not active:
            fault('entry %d' % index, name + ' was not admitted, or revoked')
        elif body['type'] in CONTROL and role != 'editor' and not (
                own or releaser):
            fault('entry %d' % index, name + ' may not sign this')
        elif kind == 1 and not openssl(key, text, blob):
            fault('entry %d' % index, 'the signature by %s is not valid' % name)


def check_entries(entries, origin):
    """The chain, what each author had seen, the signatures. Returns what each
    entry signed of its content, and what later ones say about that."""
    leaves = [sha(b'\0' + entry) for entry in entries]
    roots, keys, signed, by_hash = all_roots(leaves), {}, [], {}
    for index, entry in enumerate(entries):
        header, statement = entry.split(b'\n\n', 1)
        version, number, previous, recorded = header.decode().splitlines()
        text, signatures = note(statement)
        head, ledger, by, seen, line = text.decode().splitlines()
        body, by = json.loads(line), by.split(' ')[1:]
        before = leaves[index - 1] if index else roots[0]
        size, root = seen.split(' ')[1:]
        if number != 'index %d' % index or previous[9:] != b64(before):
            fault('entry %d' % index, 'does not follow the one before it')
        if ledger != 'ledger ' + origin:
            fault('entry %d' % index, 'was signed for another ledger')
        if int(size) > index or root != b64(roots[int(size)]):
            fault('entry %d' % index, 'its author saw another history')
        if body['type'] == 'charter' and index == 0:
            admit(body, keys)
        about = by_hash.get(body.get('of'))
        releaser = (body['type'] == 'release' and about is not None
                    and by == signed[about]['by'])
        check_signatures(index, text, signatures, body, by, keys, releaser)
        if body['type'] in ('grant', 'revoke'):
            admit(body, keys)
        if body['type'] in ('withdrawal', 'release') and about is not None:
            signed[about][body['type']].update(body['digests'])
        lists = [value for value in body.values() if isinstance(value, list)]
        digests = set(body.get('_sd', []))
        digests.update(item['...'] for value in lists for item in value
                       if isinstance(item, dict) and '...' in item)
        by_hash[b64(sha(text))] = index
        signed.append({
            'by': by, 'digests': digests, 'withdrawal': set(), 'release': set(),
            'withheld': set(body.get('withheld', []))})
    return leaves, roots, signed, recorded[9:]


def check_content(signed, selected):
    """Each part that is shown was signed; each that is not has a reason."""
    counts = dict.fromkeys(('shown', 'withheld', 'withdrawn', 'left out'), 0)
    shown = [set() for _ in signed]
    folder = os.path.join(HERE, 'Records', 'content')
    for parent, _, names in os.walk(folder):
        for line in b''.join(read(parent, name) for name in names).splitlines():
            value = json.loads(line)
            if value['entry'] >= len(signed):
                continue
            for part in value['disclosures']:
                data = json.dumps(part, ensure_ascii=False, sort_keys=True,
                                  separators=(',', ':'))
                shown[value['entry']].add(b64(sha(data.encode())))
    for index, entry in enumerate(signed):
        here, digests = shown[index], entry['digests']
        secret = entry['withheld'] - entry['release']
        if here - digests:
            fault('entry %d' % index, 'content is shown that was not signed')
        if here & (secret | entry['withdrawal']):
            fault('entry %d' % index, 'withheld or withdrawn content is shown')
        gone = digests - here
        counts['shown'] += len(here)
        counts['withdrawn'] += len(gone & entry['withdrawal'])
        counts['withheld'] += len((gone & secret) - entry['withdrawal'])
        gone -= entry['withdrawal'] | secret
        if gone and selected is not None and index not in selected:
            counts['left out'] += len(gone)
        elif gone:
            fault('entry %d' % index, 'content is missing')
    return counts


def check_evidence():
    count = 0
    for parent, _, names in os.walk(os.path.join(HERE, 'Records', 'evidence')):
        for name in names:
            hasher, count = hashlib.sha256(), count + 1
            with open(os.path.join(parent, name), 'rb') as file:
                for piece in iter(lambda: file.read(1 << 20), b''):
                    hasher.update(piece)
            if hasher.hexdigest() != name:
                fault('evidence/' + name, 'is not the file that was signed')
    return count


def main():
    policy = {}
    for line in read('Keys', 'policy').decode().splitlines():
        words = line.split()
        if words and words[0] in ('log', 'witness'):
            name, kind, key = split_key(words[1 if words[0] == 'log' else 2])
            policy[name] = (kind, key)
    heads = [checkpoint(file, policy)
             for file in ('checkpoint', 'checkpoint.pending')
             if os.path.exists(os.path.join(HERE, 'Records', file))]
    entries = list(all_entries(max(head[1] for head in heads)))
    if len(sys.argv) > 1:
        sys.stdout.buffer.write(entries[int(sys.argv[1])])
        return
    selected = None
    if os.path.exists(os.path.join(HERE, 'selection')):
        selected = {int(n) for n in read('selection').splitlines()[3].split()}
    leaves, roots, signed, day = check_entries(entries, heads[0][0])
    for origin, size, root, signers in heads:
        if b64(roots[size]) != root:
            fault('checkpoint %d' % size, 'has another root than the entries')
    pin = read('Keys', 'charter').decode().strip()
    if b64(leaves[0]) != pin:
        fault('entry 0', 'is not the charter that Keys/charter pins')
    counts, files = check_content(signed, selected), check_evidence()
    if not faults:
        origin, size, root, signers = heads[0]
        print('Good: %d entries of %s, up to %s' % (len(entries), origin, day))
        print('  signed by  ' + '\n             '.join(signers))
        print('  parts      ' + ', '.join('%d %s' % (counts[key], key)
                                          for key in counts if counts[key]))
        if files:
            print('  evidence   %d files' % files)
        print('  charter    ' + pin)
        print('Compare the charter with what the publisher printed elsewhere.')


try:
    main()
except Exception as error:  # whatever is wrong with a file, it is not good
    fault('the kit', 'can not be read: %r' % error)
if faults:
    print('NOT GOOD')
    for line in faults:
        print('  ' + line)
    sys.exit(1)
