"""A plain numpy rate network to compare with: one Python loop a step, dense W @ r, V and r recorded, forward Euler.

Usage: numpy_rates.py NEURONS STEPS
Prints steps per CPU second, set-up not counted, and the last readout as JSON. Run with one BLAS thread.
"""

import json
import sys
import time

import numpy as np


def main():
    neurons, steps = int(sys.argv[1]), int(sys.argv[2])
    dt, beta = 0.01, 50.0

    tangents = np.linspace(-1, 1, neurons)
    feedforward, thresholds = 2 * tangents[:, None], tangents**2 - 0.5
    decoders = np.full(neurons, -0.5)
    weights = np.outer(np.ones(neurons), decoders)

    x = (-1.0 + 2.0 / 10000 * np.arange(steps))[None, :]
    voltages = np.zeros((neurons, steps))
    rates = np.zeros((neurons, steps))

    begin = time.process_time()
    for t in range(1, steps):
        before = voltages[:, t - 1]
        drive = -before + feedforward @ x[:, t - 1] + weights @ rates[:, t - 1]
        voltages[:, t] = before + dt * drive
        rates[:, t] = 1 / (1 + np.exp(-beta * (voltages[:, t] - thresholds)))
    elapsed = time.process_time() - begin

    readout = float(decoders @ rates[:, -1])
    print(json.dumps({"stepsPerSecond": (steps - 1) / elapsed, "readout": readout}))


main()
