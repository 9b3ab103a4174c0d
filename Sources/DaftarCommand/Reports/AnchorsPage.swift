import Daftar

/// Trust anchors with their fingerprint, for a person to compare.
struct AnchorsPage {
    let session: Session

    func show(_ anchors: TrustAnchors) {
        let out = session.out
        out.line(out.styled(anchors.policy.origin.text.cleaned, .bold))
        out.line("  charter     \(anchors.charter.base64)")
        for key in anchors.policy.ledgerKeys { row("ledger key", key.nameAndID) }
        for witness in anchors.policy.witnesses { row("witness", witness.key.nameAndID) }
        row(
            "quorum",
            anchors.policy.asksForWitnesses
                ? Self.words(anchors.policy.quorum, anchors.policy) : "no witness is asked for")
        if !anchors.timestampAuthorities.isEmpty { row("time", "certificates of timestamp authorities") }
    }

    private func row(_ name: String, _ text: String) {
        session.out.write(Wrap.hanging("  \(name.padded(to: 12))", text.cleaned, session.out.screen.columns))
    }

    /// `2 of (one, two, three)`
    private static func words(_ quorum: Policy.Quorum, _ policy: Policy) -> String {
        switch quorum {
        case .none: "none"
        case .witness(let index): policy.witnesses[index].key.name
        case .group(let threshold, let members):
            "\(threshold) of (\(members.map { words($0, policy) }.joined(separator: ", ")))"
        }
    }

    func json(_ anchors: TrustAnchors) -> JSONValue {
        [
            "origin": .string(anchors.policy.origin.text), "charter": .string(anchors.charter.base64),
            "ledger-keys": .array(anchors.policy.ledgerKeys.map { .string($0.text) }),
            "witnesses": .array(anchors.policy.witnesses.map { .string($0.key.text) }),
            "quorum": .string(Self.words(anchors.policy.quorum, anchors.policy)),
        ]
    }
}
