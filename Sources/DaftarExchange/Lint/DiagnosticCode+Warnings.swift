// What a person should look at.
extension DiagnosticCode {
    var warningExplanation: String? {
        switch self {
        case .kindStatement:
            """
            A statement is somebody's words. Quote them, or say with said-by: who said what is reported.
            """
        case .kindDisruption:
            """
            A disruption hits something and is done somehow: name the targets, or the methods, or methods: \
            [unknown].
            """
        case .originalMissing:
            """
            All sources derive from others. List the original too, even if it was not seen: readers count \
            originals.
            """
        case .quoteLong: "The law of quotation protects short quotes. Over 300 characters, ask whether less would do."
        case .personOffice: "A person is named only for what a source says; here no source is given."
        case .personContact:
            """
            An e-mail address, telephone number or account leads to a person. Once published it can't be \
            taken back: whoever copied it has it.
            """
        case .personNumber:
            """
            The number of a passport or a bank account leads to a person, and proves nothing to a reader.
            """
        case .personLocation:
            """
            Coordinates with three or more decimals are exact to a house. Places are ISO 3166 codes here.
            """
        case .localPath: "A path of a machine mostly holds its user's name."
        case .timeOffset: "A clock time with an offset tells where its writer was. Give the day, or the time in UTC."
        case .urlToken:
            """
            Part of this address follows readers, or was made for one visitor. The page mostly opens without \
            it; try, and leave it out.
            """
        default: nil
        }
    }
}
