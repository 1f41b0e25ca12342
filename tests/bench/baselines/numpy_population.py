"""A plain numpy simulator to compare with: one Python loop a step, dense W @ g, V, s and g recorded.

It takes every part of the one-population rules as they are published: any number of inputs, injected currents,
noise drawn in every step, the refractory count, one spike a step, overshoot discarded.

Usage: numpy_baseline.py NEURONS STEPS SIGMA MU
Prints steps per CPU second, set-up not counted, and the number of spikes as JSON. Run with one BLAS thread.
"""

import json
import sys
import time

import numpy as np


def main():
    neurons, steps = int(sys.argv[1]), int(sys.argv[2])
    sigma, mu = float(sys.argv[3]), float(sys.argv[4])
    dt, x_start, x_slope = 0.01, -1.0, 2.0 / 2500

    tangents = np.linspace(-1, 1, neurons)
    feedforward, encoders = 2 * tangents[:, None], np.ones(neurons)
    decoders, thresholds = np.full(neurons, -0.1), tangents**2 - 0.5
    weights = np.outer(encoders, decoders)
    own = weights.diagonal() - mu
    np.fill_diagonal(weights, 0)
    bias = 1 - thresholds

    x = (x_start + x_slope * np.arange(steps))[None, :]
    injected = np.zeros((neurons, steps))
    voltages = np.zeros((neurons, steps))
    released = np.zeros((neurons, steps))
    spikes = np.zeros((neurons, steps))
    refractory = np.ones(neurons)
    rng = np.random.RandomState(1)

    begin = time.process_time()
    for t in range(1, steps):
        tracked = (x[:, t] - x[:, t - 1]) / dt + x[:, t - 1]
        drive = feedforward @ tracked + bias + injected[:, t - 1]
        received = (weights @ released[:, t - 1] + own * spikes[:, t - 1]) / dt
        noise = np.sqrt(2 * dt) * sigma * rng.randn(neurons)
        before = voltages[:, t - 1]
        voltages[:, t] = before + dt * (-before + drive + received) + noise
        highest = np.argmax(voltages[:, t] - 1)
        if voltages[highest, t] >= 1:
            released[highest, t] = 1
            spikes[highest, t] = 1
            voltages[highest, t] = 1
        refractory = refractory - 1
    elapsed = time.process_time() - begin

    print(json.dumps({"stepsPerSecond": (steps - 1) / elapsed, "spikes": int(spikes.sum())}))


main()
