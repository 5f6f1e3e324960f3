"""Records what real TensorFlow makes of public functions: values at once, and the nodes in a graph.
Usage: make_functions.py calls.txt recorded.json.gz"""
import gzip
import json
import os
import sys

os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
import numpy as np
import tensorflow as tf


def operands():
    return {
        "x": tf.constant([[1.0, 2.0], [3.0, 4.0]], name="x"),
        "i": tf.constant([4, 1, 2, 1], name="i"),
        "b": tf.constant([True, False], name="b"),
        "c": tf.constant([1 + 2j, -3j], tf.complex64, name="c"),
    }


def flat(value):
    if value is None:
        return []
    if hasattr(value, "numpy"):
        return [value]
    return [leaf for item in value for leaf in flat(item)] if isinstance(value, (list, tuple)) else [value]


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (np.integer, int)):
        return int(value)
    return float(value) if np.isfinite(value) else str(value)


def encode(tensor):
    array = np.ravel(np.array(tensor.numpy(), dtype=object if tensor.dtype == tf.string else None))
    if tensor.dtype == tf.string:
        data = [item.decode() for item in array]
    elif tensor.dtype.is_complex:
        data = [number(part) for item in array for part in (item.real, item.imag)]
    else:
        data = [number(item) for item in array]
    return {"dtype": tensor.dtype.name, "shape": list(tensor.shape), "data": data}


def values(call):
    tf.random.set_seed(1)
    p = tf.constant([[1.0, -2.0], [3.0, 4.0], [5.0, 6.0]])
    env = {"tf": tf, "np": np, "p": p, "u": p, **operands()}
    return [encode(tensor) for tensor in flat(eval(call, env))]


def nodes(call):
    graph = tf.Graph()
    with graph.as_default():
        p = tf.compat.v1.placeholder(tf.float32, [None, 2], name="p")
        env = {"tf": tf, "np": np, **operands(), "p": p, "u": tf.compat.v1.placeholder(tf.float32, name="u")}
        given = len(graph.get_operations())
        eval(call, env)
    made = graph.get_operations()[given:]
    return [[op.type, op.name, [x.name.removesuffix(":0") for x in op.inputs]] for op in made]


def attempt(run, call):
    try:
        return run(call)
    except Exception as error:
        return {"error": str(error)}


def record(line):
    python, call = [part.strip() for part in line.split("|||")]
    return {
        "python": python,
        "call": call,
        "values": attempt(values, python),
        "nodes": attempt(nodes, python),
    }


lines = [line for line in open(sys.argv[1]) if line.strip() and not line.startswith("#")]
with gzip.GzipFile(sys.argv[2], "wb", mtime=0) as file:
    file.write(json.dumps([record(line) for line in lines], separators=(",", ":")).encode())
