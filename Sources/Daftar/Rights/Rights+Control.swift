extension Rights {
    /// What a control statement without a finding does to the rights: who reads a ledger as it was at some size applies
    /// its control statements in order (DESIGN §4.7).
    ///
    /// `entry`: the index of the entry that carries it.
    public mutating func apply(_ body: ControlBody, at entry: Int) {
        switch body {
        case .charter(let charter):
            // A judge has admitted them before: the charter's rights hold for the charter itself.
            for key in charter.keys where mayAdmit(key.vkey) { admit(key.vkey, key.role, at: 0) }
            setApprovals(charter.approvals)
        case .grant(let key, let role): admit(key, role, at: entry)
        case .revoke(let key, let reason, let since):
            if let position = position(of: key) { revoke(position, reason, since: since, at: entry) }
        case .amendment(let amendment):
            if let approvals = amendment.approvals { setApprovals(approvals) }
        case .withdrawal, .release: break
        }
    }
}
