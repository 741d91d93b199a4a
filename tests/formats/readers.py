"""Reads one file with one library and prints what it found: [nodes, edges, sorted names, sorted kinds of edges]."""
import json
import sys

library, form, path = sys.argv[1:4]


def found_by_networkx():
    import networkx

    if form.startswith("gexf"):
        graph = networkx.read_gexf(path)
    elif form == "graphml":
        graph = networkx.read_graphml(path)
    else:
        from networkx.readwrite.json_graph import node_link_graph

        data = json.load(open(path, encoding="utf-8"))
        graph = node_link_graph(data, edges="edges") if form == "node-link" else node_link_graph(data)
    kinds = [data.get("kind") for _, _, data in graph.edges(data=True)]
    if form.startswith("gexf"):
        kinds = [data.get("label", "").split(":")[0] for _, _, data in graph.edges(data=True)]
    names = [data["name"] for _, data in graph.nodes(data=True)]
    return graph.number_of_nodes(), graph.number_of_edges(), names, kinds


def found_by_igraph():
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    return graph.vcount(), graph.ecount(), graph.vs["name"], graph.es["kind"]


def found_by_rdflib():
    import rdflib

    graph = rdflib.Graph().parse(path, format="turtle" if form == "turtle" else "json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    named = list(graph.subject_objects(schema["name"]))
    kinds = [str(kind).split(":")[-1] for kind in graph.objects(None, rdflib.RDF.predicate)]
    return len(named), len(kinds), [str(name) for _, name in named], kinds


readers = {"networkx": found_by_networkx, "igraph": found_by_igraph, "rdflib": found_by_rdflib}
nodes, edges, names, kinds = readers[library]()
print(json.dumps([nodes, edges, sorted(names), sorted(kinds)]))
