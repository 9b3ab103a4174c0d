import Daftar

/// The page that a kit opens with: plain words, 80 columns, and the lines that check it without us.
struct KitText {
    let plan: KitPlan
    let keys: KitKeys

    private static let width = 76
    private var report: VerificationReport { plan.report }
    private var origin: String { plan.anchors.policy.origin.text }

    var page: String {
        ([head, contents] + (plan.selection.map { [leftOut($0)] } ?? []) + [can, cannot, check, byHand, reading])
            .joined(separator: "\n\n") + "\n"
    }

    // MARK: What is here

    private var head: String {
        let day = report.lastDay.map { ", up to \(Words.day($0))" } ?? ""
        return heading("A LEDGER THAT ANYBODY CAN CHECK") + "\n\n"
            + paragraph(
                "This folder holds a ledger of censorship and surveillance, \(origin)\(day): \(Words.count(report.size, "entry", "entries")), each signed by the person who wrote it, each chained to all before it. You need not trust whoever gave it to you, and you need none of their programs: Python 3 and openssl are enough, and no network."
            )
    }

    private var contents: String {
        let selection = plan.selection == nil ? "" : "\n    selection   which entries' content is in it"
        return """
                Records/    the ledger: entries, their content, the hash tree, checkpoint
                Keys/       what to trust: public keys, and the hash of entry 0
                check.py    a page of Python that checks it; read it before you run it
                formats.py  half a page, for the bytes that check.py reads\(selection)
            """
    }

    private func leftOut(_ selection: Selection) -> String {
        let here = Words.count(selection.entries.count, "entry", "entries")
        return heading("IT IS A SELECTION") + "\n\n"
            + paragraph(
                "All \(Words.grouped(report.size)) entries are here: an entry holds digests of what it says, never the words. The words of \(here) are here as well (\(Words.numbers(selection.entries))), with everything that corrects, disputes or retracts them. Those of the others were left out by whoever made this folder. So signatures, their order, and who was entitled to sign can be checked in full; what the others say can't. Nobody signed the file that names the selection."
            )
    }

    // MARK: What can be checked

    private var can: String {
        heading("WHAT YOU CAN CHECK") + "\n\n"
            + bullets([
                "that each entry is, byte for byte, what its authors signed, with keys that were entitled to sign at that point;",
                "that no entry was changed, dropped, inserted or moved since the checkpoint, and that everybody who holds the same checkpoint has the same history;",
                "that the words shown are those that were signed. Where they are not shown, their authors withheld them, or a signed entry took them out"
                    + (plan.selection == nil ? "." : ", or they were left out of this selection."),
            ])
    }

    private var cannot: String {
        heading("WHAT NOBODY CAN CHECK WITH THIS FOLDER ALONE") + "\n\n"
            + bullets([
                "that an event is true. A hash shows that bytes did not change, not that they were right; each entry names its sources so that you can judge them;",
                "that Keys/ is not a forger's. It came with the folder. Ask the publisher by another way, in print or by telephone, for the hash of entry 0:\n\n    \(plan.anchors.charter.base64)\n\n",
                "that you are shown what everybody is shown, and the newest there is. Compare the last lines of Records/checkpoint with somebody else's; each witness that signed it saw this history;",
                "who stands behind a key, that nothing was left out before it was recorded, that the ledger's calendar was right, or that a stolen key was not used before it was revoked.",
            ])
    }

    // MARK: The lines that check it

    private var check: String {
        let day = report.lastDay.map(\.description) ?? "…"
        return heading("CHECK IT WITH PYTHON") + "\n\n"
            + paragraph("In this folder. A longer ledger takes a few minutes: each signature is one run of openssl.")
            + "\n\n    $ python3 check.py\n    Good: \(report.size) entries of \(origin), up to \(day)\n    …\n\n"
            + paragraph(
                "It checks the signatures under the checkpoint, the hash tree, the pinned charter, the chain; the signatures of each entry, by keys that were admitted and not revoked by then, of editors where only they may sign; that what is shown was signed, and what is not shown was withheld, withdrawn or left out; captured files."
            ) + "\n\n"
            + paragraph(
                "It leaves to a longer program: how many witnesses the policy asks for, how many editors must sign together, who may correct whose entry, the order of one key's statements, whether each captured file is here, timestamps, doubt about stolen keys, and that each value has its one spelling."
            )
    }

    private var byHand: String {
        guard let lines = KitLines(plan: plan, keys: keys) else { return "" }
        return heading("CHECK IT WITH OPENSSL, BY HAND") + "\n\n"
            + paragraph(
                "The ledger's signature on the checkpoint. It is over three lines: whose ledger it is, how many entries, the root of the hash tree."
            ) + "\n\n" + lines.checkpoint + "\n\n"
            + paragraph(
                "An author's signature. Entry 0, the charter, says whose keys may sign first. It lies behind two bytes of length; take it out of its file, the statement out of it, and out of that what was signed:"
            ) + "\n\n" + lines.statement + "\n\n"
            + paragraph("Its hash is the one that everything begins with:") + "\n\n" + lines.charter + "\n\n"
            + paragraph(
                "For any other entry begin with: python3 check.py 3 > entry. The line of its statement that begins with \"by\" names its keys; Keys/ has each under the last part of its name."
            )
    }

    private var reading: String {
        heading("WITH DAFTAR, IF YOU HAVE IT") + "\n\n"
            + "    daftar check . --trust Keys\n\n"
            + paragraph(
                "The bytes are open formats: C2SP signed notes, checkpoints and tiles, RFC 6962 for the tree, RFC 8785 for JSON, RFC 9901 as the model for content that is signed as digests. Records/ can be read with any text editor: entries in tile/entries, words in content."
            )
    }

    // MARK: Form

    private func heading(_ text: String) -> String { text + "\n" + String(repeating: "-", count: text.utf8.count) }

    private func paragraph(_ text: String) -> String { Wrap.lines(text, Self.width).joined(separator: "\n") }

    private func bullets(_ texts: [String]) -> String {
        texts.map { text in
            let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: true)
            let first = Wrap.hanging("  - ", String(blocks.first ?? ""), Self.width)
            return first + blocks.dropFirst().map { "\n    \($0)\n" }.joined()
        }.joined().trimmedAtEnd
    }
}

extension String {
    fileprivate var trimmedAtEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
