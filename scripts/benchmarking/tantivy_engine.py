"""The job as tantivy does it, where it is installed: Danish stems, field boosts, its snippets."""

from collections.abc import Iterable
from pathlib import Path

import orjson
import tantivy

from index.analysis import normalize, tokenize
from index.documents import HEADS, Entry
from index.results import FACETS
from scripts.benchmarking.engines import PAGE

BOOSTS = {"title": 6.0, "headline": 4.0, "summary": 3.0, "theme": 3.0, "place": 3.0, "body": 1.2}
MOST_SNIPPETS_FROM = ("body", "summary", "headline", "title")


class Tantivy:
    """A tantivy index of all entries in a folder."""

    def __init__(self, folder: Path, entries: Iterable[Entry]) -> None:
        builder = tantivy.SchemaBuilder()
        for name in BOOSTS:
            builder.add_text_field(name, stored=True, tokenizer_name="danish")
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in FACETS:
            builder.add_text_field(f"facet_{name}", fast=True, tokenizer_name="raw")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema, str(folder))
        self._index.register_tokenizer("danish", _make_analyzer())
        writer = self._index.writer(heap_size=256_000_000, num_threads=1)
        for entry in entries:
            writer.add_document(self._to_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def answer(self, question: str) -> bytes:
        """Return the answer to a question."""
        words = " ".join(token.text for token in tokenize(normalize(question)))
        if not words:
            return b"{}"
        query, _ = self._index.parse_query_lenient(words, list(BOOSTS), field_boosts=BOOSTS)
        found = self._searcher.search(query, limit=PAGE, count=True)
        snippets = {
            name: tantivy.SnippetGenerator.create(self._searcher, query, self._schema, name)
            for name in MOST_SNIPPETS_FROM
        }
        hits = [
            self._show(score, self._searcher.doc(address), snippets)
            for score, address in found.hits
        ]
        answer = {"total": found.count, "hits": hits, "facets": self._count(query)}
        return orjson.dumps(answer)

    def _count(self, query: tantivy.Query) -> dict[str, object]:
        terms = {name: {"terms": {"field": f"facet_{name}", "size": 200}} for name in FACETS}
        facets: dict[str, object] = self._searcher.aggregate(query, terms)
        return facets

    def _show(
        self,
        score: float,
        document: tantivy.Document,
        snippets: dict[str, tantivy.SnippetGenerator],
    ) -> dict[str, object]:
        html = ""
        for generator in snippets.values():
            html = generator.snippet_from_doc(document).to_html()
            if html:
                break
        return {"id": document["id"][0], "score": score, "snippet": html}

    def _to_document(self, entry: Entry) -> tantivy.Document:
        texts: dict[str, list[str]] = {"body": []}
        for document in entry.documents:
            name = document.section if document.section in HEADS else "body"
            if name in BOOSTS:
                texts.setdefault(name, []).append(document.text)
        fields: dict[str, object] = {name: " ".join(lines) for name, lines in texts.items()}
        facets = {f"facet_{name}": list(entry.facts.values(name)) for name in FACETS}
        return tantivy.Document(id=entry.facts.id, **fields, **facets)


def _make_analyzer() -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    return (
        builder.filter(tantivy.Filter.lowercase()).filter(tantivy.Filter.stemmer("danish")).build()
    )
