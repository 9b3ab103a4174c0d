import Foundation
import Testing

/// `make append`, but for the building: one command appends, cosigns and publishes.
@Suite struct MakeAppendTests {
    @Test func appendsAndCosigns() throws {
        let place = try Workplace()
        let output = try place.run(
            """
            exec 2>&1; set -eu; mkdir work; cd work
            echo "a passphrase" > pass; chmod 600 pass
            daftar init Records --origin x.example/y --title T --trust Keys --passphrase-file pass
            vkey=$(daftar keygen --witness w.example/w -o witness.pem --passphrase-file pass)
            sed -i '/^quorum/d' Keys/policy
            printf 'witness w %s\\nquorum w\\n' "$vkey" >> Keys/policy
            cat > event.yaml <<'END'
            \(Home.event("one"))
            END
            export FILES=event.yaml KEY="$HOME/.config/daftar/keys/y-editor.pem"
            export LEDGER_KEY="$HOME/.config/daftar/keys/y.pem" PASSPHRASE_FILE=pass
            export WITNESS_KEY=witness.pem WITNESS_STATE=state
            sh "\(TranscriptTests.project.path)/Tools/append.sh" daftar
            daftar verify Records --trust Keys
            """)
        let text = output.joined(separator: "\n")
        #expect(text.contains("Witnessed: 2 entries, by 1 of 1 witnesses"), "\(text)")
        #expect(text.contains("Intact: 2 entries of x.example/y"), "\(text)")
        #expect(
            try place.run("sh \"\(TranscriptTests.project.path)/Tools/append.sh\" daftar").first?.contains("FILES")
                == true)
    }
}
