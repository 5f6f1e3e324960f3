"""Runs GraphDefs in real TensorFlow. Standard input: one JSON object {graphs: [{graph_def, steps: [{fetches, feeds}]}]};
standard output: {results: [[[tensor or null, ...], ...], ...]}. Tensors are {dtype, shape, data (base64)}."""
import base64
import json
import sys

import numpy as np
import tensorflow as tf

v1 = tf.compat.v1


def encode(value):
    if value is None:
        return None
    value = np.asarray(value)
    return {"dtype": value.dtype.name, "shape": list(value.shape), "data": base64.b64encode(value.tobytes()).decode()}


def decode(tensor):
    data = np.frombuffer(base64.b64decode(tensor["data"]), dtype=tensor["dtype"])
    return data.reshape(tensor["shape"])


def run(case):
    graph_def = v1.GraphDef.FromString(base64.b64decode(case["graph_def"]))
    graph = tf.Graph()
    with graph.as_default():
        v1.import_graph_def(graph_def, name="")
    with v1.Session(graph=graph) as session:
        return [
            [encode(value) for value in session.run(step["fetches"], {k: decode(v) for k, v in step["feeds"].items()})]
            for step in case["steps"]
        ]


if __name__ == "__main__":
    cases = json.load(sys.stdin)["graphs"]
    sys.stdout.write(json.dumps({"results": [run(case) for case in cases]}))
