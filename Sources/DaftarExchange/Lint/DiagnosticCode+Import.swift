// Tables, their columns, and what comes out of another ledger.
extension DiagnosticCode {
    var importExplanation: String? {
        switch self {
        case .csvQuote:
            """
            A cell that begins with a quote ends with one, and a quote inside of it is written twice: \
            "the ""reform"" of May". The line is the one where the quote opens; reading went on in the next.
            """
        case .columnsUnknown:
            """
            Nothing says which column is which field. Write a map, a small YAML file, and hand it in with --map; \
            `daftar import --print-map event` prints one to begin with, and the page on importing explains it.
            """
        case .columnMissing:
            """
            A field that every event needs comes from a column that this table does not have. Rename the column, \
            correct the map, or say it for all rows: --set kind=disruption/site-block.
            """
        case .columnTwice:
            """
            Two columns have the same name, and it can't be known which of them is meant. Rename one.
            """
        case .columnAbsent:
            """
            The map names a column that this table does not have; what would come from it is left out.
            """
        case .columnUnmapped:
            """
            A column has content, and nothing is made of it: it would be lost. Map it, be it to a field of your own \
            (x-notes), or name it under ignore: in the map.
            """
        case .mapForm:
            """
            A column map can't be read. It is YAML with `columns:`, a map from the fields of an event to the names of \
            columns.
            """
        case .rowRefused: "The column map says that a row with something in this column can't be taken, and why."
        case .rowLong:
            """
            The row has more cells than the header has names, so that nobody knows what the last ones are. Mostly a \
            separator stands inside of a cell that has no quotes around it.
            """
        case .rowShort:
            """
            The row ends before the header does. Excel leaves the last cells out where they are empty; where a \
            separator is missing in the middle, all after it are in the wrong column.
            """
        case .listUneven:
            """
            Two cells of a row hold lists that belong together, A; B and x; y, and they are not equally long.
            """
        case .dateAmbiguous:
            """
            12/1/23 is 12 January for some and 1 December for others, and no program can know which. Write dates as \
            EDTF (2023-12-01), or say in a map how the column writes them: form: D/M/Y.
            """
        case .dateForm:
            """
            A date is not written as the map says it is, or no date at all. A cell may always hold EDTF.
            """
        case .frontMatterMissing:
            """
            A Markdown file that is an event begins with a line ---, the fields of the event in YAML, and another \
            line ---. What follows is its summary.
            """
        case .slugTwice: "Two events of what is imported have the same slug. Each has one of its own."
        case .slugTaken:
            """
            An entry of the ledger has this slug already. What changed about an event is a correction: daftar correct.
            """
        case .relationUnknown:
            """
            A relation leads to an event that is neither imported with it nor in the ledger.
            """
        case .partsNotShown:
            """
            The export did not show all of this event: parts were withheld or withdrawn. What is imported lacks them.
            """
        case .eventMarked:
            """
            In the ledger that it was exported from, this event was corrected, retracted, disputed or doubted. What is \
            imported is what the export shows, signed anew, and it does not say so.
            """
        default: nil
        }
    }
}
