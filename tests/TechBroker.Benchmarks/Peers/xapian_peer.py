"""Xapian for B1: gets documents and queries as lines of words, answers each round with what it measured itself.

D word word ...    a document
Q word word ...    a query
R top              runs every query once; answers one line: milliseconds per query, and the hits of all queries
"""
import shutil
import sys
import tempfile
import time

try:
    import xapian
except ImportError:
    print("missing", flush=True)
    sys.exit(3)

folder = tempfile.mkdtemp(prefix="xapian-")
try:
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE | xapian.DB_NO_SYNC)
    print("ready", xapian.version_string(), flush=True)
    queries, reader = [], None
    for line in sys.stdin:
        kind, _, rest = line.rstrip("\n").partition(" ")
        if kind == "D":
            document = xapian.Document()
            for word in rest.split(" "):
                document.add_term(word)
            database.add_document(document)
        elif kind == "Q":
            queries.append(xapian.Query(xapian.Query.OP_OR, rest.split(" ")))
        elif kind == "R":
            if reader is None:
                database.commit()
                reader = xapian.Database(folder)
            hits = 0
            began = time.perf_counter()
            for query in queries:
                enquire = xapian.Enquire(reader)
                enquire.set_weighting_scheme(xapian.BM25Weight())
                enquire.set_query(query)
                hits += len([match.docid for match in enquire.get_mset(0, int(rest))])
            print((time.perf_counter() - began) * 1000 / len(queries), hits, flush=True)
finally:
    shutil.rmtree(folder, ignore_errors=True)
