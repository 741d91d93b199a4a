"""Reads one file with one library and prints what it found as JSON: counts, names, kinds of edges, and where the format has them the facts of nodes and edges."""
import json
import sys

library, form, path = sys.argv[1:4]

NODE_FACTS = ["kind", "name", "stories", "first", "last", "country", "act", "status"]
EDGE_FACTS = ["kind", "weight", "first", "last", "title"]


def plain(value):
    """As JavaScript writes it: weights may come as 2.0, missing values as not a number."""
    if isinstance(value, float):
        return None if value != value else int(value) if value == int(value) else value
    return value


def told(nodes, edges):
    """`nodes`: dictionaries; `edges`: source, target, dictionary."""
    return {
        "counts": [len(nodes), len(edges)],
        "names": [data["name"] for data in nodes],
        "kinds": [data["kind"] for _, _, data in edges],
        "nodes": [[plain(data.get(fact)) for fact in NODE_FACTS] for data in nodes],
        "edges": [[source, target] + [plain(data.get(fact)) for fact in EDGE_FACTS] for source, target, data in edges],
    }


def found_by_networkx():
    import networkx

    if form.startswith("gexf"):
        graph = networkx.read_gexf(path)
    elif form == "graphml":
        graph = networkx.read_graphml(path)
    else:
        from networkx.readwrite.json_graph import node_link_graph

        data = json.load(open(path, encoding="utf-8"))
        edges = "edges" if form == "node-link" else "links"
        # Before 3.4 it was "links" always.
        is_new = tuple(map(int, networkx.__version__.split(".")[:2])) >= (3, 4)
        graph = node_link_graph(data, edges=edges) if is_new else node_link_graph(data)
    return told([data for _, data in graph.nodes(data=True)], list(graph.edges(data=True)))


def found_by_igraph():
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    ids = graph.vs["id"]
    edges = [(ids[edge.source], ids[edge.target], edge.attributes()) for edge in graph.es]
    empty = lambda data: {name: None if value == "" else value for name, value in data.items()}
    return told([empty(node.attributes()) for node in graph.vs], [(a, b, empty(data)) for a, b, data in edges])


def found_by_rdflib():
    import rdflib

    graph = rdflib.Graph().parse(path, format="turtle" if form == "turtle" else "json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    named = list(graph.subject_objects(schema["name"]))
    kinds = [str(kind).split(":")[-1] for kind in graph.objects(None, rdflib.RDF.predicate)]
    return {"counts": [len(named), len(kinds)], "names": [str(name) for _, name in named], "kinds": kinds}


readers = {"networkx": found_by_networkx, "igraph": found_by_igraph, "rdflib": found_by_rdflib}
print(json.dumps(readers[library]()))
