/// What other people's programs are asked of an export. Each prints nothing where all is good.
enum FeedJudges {
    static let feed = """
        import sys, feedparser
        for name in sys.argv[1:]:
            feed = feedparser.parse(name)
            if feed.bozo: print(name, feed.bozo_exception)
            if feed.version != 'atom10': print(name, feed.version)
            ids = [entry.id for entry in feed.entries]
            if len(ids) != len(set(ids)): print(name, 'an id twice')
            for entry in feed.entries:
                if not (entry.title and entry.updated_parsed and entry.content[0].value): print(name, entry.id)
                if 'checkpoint' not in entry.content[0].value: print(name, entry.id, 'says no checkpoint')
                if entry.updated < entry.published: print(name, entry.id, 'changed before it was')
        """

    static let schema = """
        import sys
        from lxml import etree
        schema = etree.RelaxNG(etree.parse(sys.argv[1]))
        for name in sys.argv[2:]:
            if not schema.validate(etree.parse(name)): print(name, schema.error_log)
        """

    /// Offline: PyLD would fetch a context if one were named.
    static let graph = """
        import sys, json, rdflib
        from pyld import jsonld
        def refuse(url, options): raise Exception('fetches ' + url)
        jsonld.set_document_loader(refuse)
        for name in sys.argv[1:]:
            document = json.load(open(name))
            quads = jsonld.to_rdf(document, {'format': 'application/n-quads'})
            graph = rdflib.Dataset()
            graph.parse(data=quads, format='nquads')
            schema = rdflib.Namespace('https://schema.org/')
            events = [node for node in document['@graph'] if node['@type'] == 'Event']
            found = set(graph.subjects(rdflib.RDF.type, schema.Event))
            if len(found) < len(events): print(name, len(found), 'of', len(events), 'events')
            for predicate in set(graph.predicates()):
                if not str(predicate).startswith(('https://schema.org/', str(rdflib.RDF))): print(name, predicate)
            for event in events:
                records = [s for s in event['subjectOf'] if 'isPartOf' in s]
                if len(records) != 1 or records[0]['isPartOf']['@id'] != document['@graph'][0]['@id']: print(name, event['@id'])
        """

    /// What cleaning would change, but for white space, was not clean.
    static let entities = """
        import sys, json
        from followthemoney import model
        for name in sys.argv[1:]:
            merged, refers = {}, set()
            for line in open(name):
                data = json.loads(line)
                if not {'ledger', 'size', 'root', 'filter', 'licence', 'caveat'} <= set(data): print(name, line[:200])
                try: model.get(data['schema']).validate(data)
                except Exception as error: print(name, error, getattr(error, 'errors', ''), line[:400])
                proxy = model.get_proxy(data, cleaned=False)
                for key, values in data.get('properties', {}).items():
                    squeezed = [{' '.join(v.split()) for v in vs} for vs in (proxy.get(key), values)]
                    if squeezed[0] != squeezed[1]: print(name, data['schema'], key, values)
                    if proxy.schema.properties[key].type.name == 'entity' and key in ('involved', 'proof', 'subject'): refers |= set(values)
                merged[proxy.id] = merged[proxy.id].merge(proxy) if proxy.id in merged else proxy
            if refers - set(merged): print(name, 'refers to what is not there')
        """

    /// CSL's own lists of types and variables come with the program; it also has to make a bibliography of them.
    static let items = """
        import sys, json, os, re, citeproc, warnings
        from citeproc.source.json import CiteProcJSON
        folder = os.path.join(os.path.dirname(citeproc.__file__), 'data', 'schema', 'schemas', 'styles')
        text = ''.join(open(os.path.join(folder, 'csl-%s.rnc' % part)).read() for part in ('types', 'variables'))
        words = set(re.findall('"([A-Za-z-]+(?:_[a-z]+)?)"', text))
        words |= {'id', 'type', 'citation-key', 'custom', 'language'}
        warnings.simplefilter('ignore')
        for name in sys.argv[1:]:
            items = json.load(open(name))
            if len({item['id'] for item in items}) != len(items): print(name, 'a key twice')
            for item in items:
                for word in [item['type']] + list(item):
                    if word not in words: print(name, item['id'], word)
                for date in ('issued', 'accessed'):
                    if not set(item.get(date, {})) <= {'date-parts', 'literal', 'circa'}: print(name, item[date])
                if not {'ledger', 'size', 'root', 'filter', 'licence', 'caveat', 'entry', 'leaf'} <= set(item['custom']): print(name, item)
            if len(CiteProcJSON(items)) != len(items): print(name, 'not all are read')
        """

    static let bibliography = """
        import sys, re, bibtexparser
        for name in sys.argv[1:]:
            library = bibtexparser.parse_file(name)
            if library.failed_blocks: print(name, library.failed_blocks[0].raw)
            keys = [entry.key for entry in library.entries]
            if len(keys) != open(name).read().count('annotation = {'): print(name, len(keys), 'entries')
            if len(keys) != len(set(keys)): print(name, 'a key twice')
            for entry in library.entries:
                if entry.entry_type not in ('online', 'article', 'report', 'misc', 'dataset'): print(name, entry.entry_type)
                for field in entry.fields:
                    if field.key not in ('url', 'date', 'urldate') and re.search(r'(?<!\\\\)[&%$#_~^]', field.value): print(name, entry.key, field.key, field.value)
        """
}
