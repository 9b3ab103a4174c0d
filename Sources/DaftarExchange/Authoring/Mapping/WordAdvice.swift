import Daftar

/// Words that people bring along from elsewhere, and ours for them.
enum WordAdvice {
    static func replacement(for word: String, in words: Vocabulary) -> String? {
        if let replacement = table[words.name]?[word.lowercased()] { return replacement }
        // TLP:clear, Verbatim, b: only the case is wrong.
        return words.words.first { $0.lowercased() == word.lowercased() }
    }

    private static let table: [String: [String: String]] = [
        "actor type": [
            "public-official": "office-holder", "official": "office-holder", "minister": "office-holder",
            "government": "state", "ministry": "agency", "parliament": "legislature", "police": "security-service",
            "provider": "operator", "isp": "operator", "telecom": "operator", "international-organisation": "igo",
            "organisation": "ngo", "newspaper": "media",
        ],
        "sensitivity": ["tlp:white": "TLP:CLEAR", "white": "TLP:CLEAR", "clear": "TLP:CLEAR", "public": "TLP:CLEAR"],
        "stage": ["in-effect": "in-force", "ongoing": "in-use", "installed": "in-use", "procured": "agreed"],
        "reliability": ["g": "F"],
        "source type": ["news": "news-report", "article": "news-report", "blog": "social-post", "law": "legislation"],
        "precision": ["approx": "approximate", "min": "minimum", "max": "maximum"],
        "mode": ["indirect": "reported", "direct": "verbatim"],
        "translator": ["author": "recorder", "human": "person"],
        "method": ["tcp": "tcp_ip", "ip": "tcp_ip", "http": "http-failure", "sni": "tls", "dpi": "unknown"],
        "stored": ["local": "private", "deposited": "public"],
    ]
}
