"""Writes graphs built by real TensorFlow, with what its sessions give: {graphs: [{name, graph_def, steps: [{fetches, feeds,
values}]}]} as JSON on standard output. Shapes and numbers follow the seed in argv[1]."""
import base64
import json
import sys

import numpy as np
import tensorflow as tf

from run_graphs import encode

v1 = tf.compat.v1
random = np.random.RandomState(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
size = lambda: int(random.randint(2, 6))


def numbers(*shape):
    return random.uniform(-2, 2, shape).astype(np.float32)


def arithmetic():
    n, m = size(), size()
    x = v1.placeholder(tf.float32, [None, m], name="x")
    y = v1.placeholder(tf.float32, [m], name="y")
    z = tf.reduce_sum(tf.tanh(x * y) - tf.exp(-tf.square(x)), axis=1, name="z")
    return [([z.name], {"x:0": numbers(n, m), "y:0": numbers(m)}), ([z.name], {"x:0": numbers(n + 1, m), "y:0": numbers(m)})]


def shapes():
    n, m = size(), size()
    x = v1.placeholder(tf.float32, [n, m], name="x")
    a = tf.transpose(x)[::-1, 1:]
    b = tf.concat([x, tf.reverse(x, [0])], 0)
    c = tf.pad(tf.stack([x, 2 * x], 1), [[1, 0], [0, 0], [0, 2]])
    d = tf.gather(x, [0, n - 1, 0])
    return [([t.name for t in (a, b, c, d)], {"x:0": numbers(n, m)})]


def training(optimizer):
    def build():
        n, m = size(), size()
        x = v1.placeholder(tf.float32, [None, m], name="x")
        y = v1.placeholder(tf.int32, [None], name="y")
        w = tf.Variable(numbers(m, 3), name="w")
        b = tf.Variable(np.zeros(3, np.float32), name="b")
        logits = tf.nn.relu(tf.matmul(x, w) + b)
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits), name="loss")
        train = optimizer().minimize(loss, name="train")
        init = v1.global_variables_initializer()
        feeds = {"x:0": numbers(n, m), "y:0": random.randint(0, 3, n).astype(np.int32)}
        return [([init.name], {})] + [([train.name, loss.name], feeds)] * 4 + [([w.value().name, b.value().name], {})]

    return build


def loop():
    n = size()
    x = v1.placeholder(tf.float32, [n, n], name="x")
    i, y = tf.while_loop(lambda i, y: i < 4, lambda i, y: (i + 1, tf.matmul(y, x) / 3.0), [0, x])
    gradient = tf.gradients(tf.reduce_sum(y), x)[0]
    return [([i.name, y.name, gradient.name], {"x:0": numbers(n, n)})]


def branches():
    x = v1.placeholder(tf.float32, [3], name="x")
    z = tf.cond(tf.reduce_sum(x) > 0, lambda: x * 2, lambda: tf.abs(x) - 1, name="pick")
    return [([z.name], {"x:0": np.abs(numbers(3))}), ([z.name], {"x:0": -np.abs(numbers(3))})]


def function():
    @tf.function
    def f(x, k):
        return tf.map_fn(lambda row: tf.cumsum(row) * k, x)

    x = v1.placeholder(tf.float32, [2, None], name="x")
    return [([f(x, tf.constant(1.5)).name], {"x:0": numbers(2, size())})]


def seeded():
    v1.set_random_seed(7)
    a, b = v1.random_uniform([size()]), v1.random_normal([size()], seed=3)
    return [([a.name, b.name], {})] * 3


def record(build, resource, flow):
    (v1.enable_resource_variables if resource else v1.disable_resource_variables)()
    (v1.enable_control_flow_v2 if flow else v1.disable_control_flow_v2)()
    graph = tf.Graph()
    with graph.as_default():
        runs = build()
    with v1.Session(graph=graph) as session:
        steps = [
            {"fetches": fetches, "feeds": {k: encode(v) for k, v in feeds.items()}, "values": [encode(v) for v in session.run(fetches, feeds)]}
            for fetches, feeds in runs
        ]
    return {"graph_def": base64.b64encode(graph.as_graph_def().SerializeToString()).decode(), "steps": steps}


BUILDS = {
    "arithmetic": arithmetic,
    "shapes": shapes,
    "gradient descent": training(lambda: v1.train.GradientDescentOptimizer(0.1)),
    "momentum": training(lambda: v1.train.MomentumOptimizer(0.1, 0.9)),
    "adam": training(lambda: v1.train.AdamOptimizer(0.1)),
    "loop": loop,
    "branches": branches,
    "function": function,
    "seeded": seeded,
}

if __name__ == "__main__":
    v1.disable_eager_execution()
    graphs = []
    for name, build in BUILDS.items():
        for resource, flow in ((False, False), (True, True)):
            graphs.append({"name": f"{name}, {'v2' if flow else 'v1'}", **record(build, resource, flow)})
    sys.stdout.write(json.dumps({"graphs": graphs}))
