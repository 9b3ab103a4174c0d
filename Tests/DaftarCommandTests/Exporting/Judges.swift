/// What other people's readers are asked about our exports, in their own language. Each prints nothing where all is good.
enum Judges {
    /// The package is valid by frictionless, and so is every row: types, keys, vocabularies, hashes, lengths.
    static let frictionless = #"""
        import sys, frictionless
        report = frictionless.validate(sys.argv[1])
        for error in report.flatten(["name", "rowNumber", "fieldName", "type", "message"]): print(error)
        package = frictionless.Package(sys.argv[1]) if sys.argv[1].endswith(".json") else None
        if package:
            events = package.get_resource("events")
            row = events.read_rows()[0]
            if not isinstance(row["entry"], int) or row["recorded"].year < 2026: print("types", row)
            if events.hash[:7] != "sha256:" or events.custom is None: print("hash", events.hash)
            if not package.custom["daftar"]["caveat"].startswith("A hash proves"): print(package.custom)
        """#

    /// The deposit is a good one by roc-validator, its recommendations included, and rocrate reads all its files.
    ///
    /// Nothing is asked of the network: the one page that is asked for is the context, which the package rocrate brings,
    /// in a later version that knows more words than the one that we name.
    static let crate = #"""
        import email.message, hashlib, io, json, pathlib, sys, urllib.request, urllib.response
        import requests, rocrate, rocrate.rocrate
        from rocrate_validator import models, services

        words = json.loads((pathlib.Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes())
        words["@context"].pop("sha256", None)
        context = json.dumps(words).encode()

        def check(url):
            if not str(url).startswith("https://w3id.org/ro/crate/"): raise OSError(f"asked for {url}")

        def urlopen(request, *rest, **named):
            url = getattr(request, "full_url", request)
            check(url)
            headers = email.message.Message()
            headers["Content-Type"] = "application/ld+json"
            return urllib.response.addinfourl(io.BytesIO(context), headers, str(url), 200)

        def request(self, method, url, *rest, **named):
            check(url)
            answer = requests.Response()
            answer.status_code, answer.url, answer._content = 200, url, context
            answer.headers["Content-Type"] = "application/ld+json"
            return answer

        urllib.request.urlopen, requests.Session.request = urlopen, request
        folder = pathlib.Path(sys.argv[1])
        result = services.validate(services.ValidationSettings(
            rocrate_uri=folder, profile_identifier="ro-crate-1.1", requirement_severity=models.Severity.RECOMMENDED,
            no_cache=True))
        # Those who stand behind a ledger are known by their keys: there is no address of theirs to give.
        known = ["The organization SHOULD have a URL."]
        for issue in result.get_issues():
            if issue.message not in known: print(issue.severity, issue.message)
        crate = rocrate.rocrate.ROCrate(folder)
        for entity in crate.data_entities:
            data = (folder / entity.id).read_bytes()
            if entity["contentSize"] != str(len(data)) or entity["sha256"] != hashlib.sha256(data).hexdigest():
                print(entity.id, "is not what the metadata says")
        if {entity.id for entity in crate.data_entities} | {"ro-crate-metadata.json"} != {p.name for p in folder.iterdir()}:
            print("files and metadata name different things")
        """#

    /// SQLite finds nothing wrong, foreign keys lead somewhere, and Datasette shows every table and view and searches.
    static let datasette = #"""
        import asyncio, sqlite3, sys
        from datasette.app import Datasette

        db = sqlite3.connect(sys.argv[1])
        for pragma in ["integrity_check", "foreign_key_check"]:
            for row in db.execute(f"PRAGMA {pragma}"):
                if row != ("ok",): print(pragma, row)

        async def look():
            datasette = Datasette([sys.argv[1]])
            await datasette.invoke_startup()
            name = next(name for name in datasette.databases if name != "_internal")
            page = (await datasette.client.get(f"/{name}.json")).json()
            views = [view if isinstance(view, str) else view["name"] for view in page["views"]]
            tables = {table["name"]: table for table in page["tables"]}
            if tables["events"]["fts_table"] != "events_fts": print("no search for events")
            if not any(key["other_table"] == "events" for key in tables["actors"]["foreign_keys"]["outgoing"]):
                print("actors lead to no event")
            for place in views + [table for table in tables if not table.startswith("events_fts")]:
                answer = await datasette.client.get(f"/{name}/{place}")
                if answer.status_code != 200: print(place, answer.status_code)
                rows = (await datasette.client.get(f"/{name}/{place}.json?_shape=array")).json()
                if not isinstance(rows, list): print(place, rows)
            for want in ["events_by_date", "events_by_place", "events_by_actor", "citable_events"]:
                if want not in views: print("no view", want)
            found = (await datasette.client.get(f"/{name}/events.json?_search={sys.argv[2]}&_shape=array")).json()
            if not found: print("found nothing")

        asyncio.run(look())
        """#

    /// The tables have a row for each thing that the JSON Lines of the same events have, and say the same of it.
    static let tables = #"""
        import csv, json, pathlib, sys
        folder = pathlib.Path(sys.argv[1])
        events = [json.loads(line) for line in open(sys.argv[2], encoding="utf-8")]
        def text(cell): return cell[1:] if cell.startswith("'") else cell
        rows = {}
        for path in folder.glob("*.csv"):
            with open(path, encoding="utf-8", newline="") as file: rows[path.stem] = list(csv.DictReader(file, strict=True))
        for row in (row for table in rows.values() for row in table):
            if None in row or None in row.values(): print("a row of another width", row)
            if row["ledger"] != events[0]["ledger"] or row["size"] != str(events[0]["size"]): print("uncitable", row)
        if [row["leaf"] for row in rows["events"]] != [event["leaf"] for event in events]: print("other events")
        for name in ["actors", "captures", "dates", "instruments", "locations", "quantities", "quotes", "relations",
                     "sources", "targets", "places"]:
            shown = [row for row in rows[name] if not row.get("not_shown")]
            want = [(event["entry"], part) for event in events for part in event["event"].get(name, [])]
            if len(shown) != len(want): print(name, len(shown), len(want))
            for row, (entry, part) in zip(shown, want):
                if row["entry"] != str(entry): print(name, row)
                for key in ["id", "url", "publisher", "text", "value", "digest", "domain"]:
                    if isinstance(part, dict) and key in part and text(row[key]) != part[key]: print(name, key, row)
        """#
}
