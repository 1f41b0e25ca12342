"""A plain numpy simulator of an E-I network to compare with: one Python loop a step, four dense W @ g, all recorded.

It takes every part of the two-population rules as they are published: any number of inputs, injected currents,
noise drawn in every step, the refractory counts, one spike a step, inhibition first. The network is the one of
networks/curvedNetwork.ts.

Usage: numpy_ei.py NEURONS STEPS DT INPUT SIZE
NEURONS in each population, INPUT held, a spike of E adds SIZE.
Prints steps per CPU second, set-up not counted, and the number of spikes as JSON. Run with one BLAS thread.
"""

import json
import sys
import time

import numpy as np


def population(neurons, bend, tilt, height):
    index = np.arange(neurons)
    x = 2 * ((index * 0.7548776662466928 + 0.5) % 1) - 1
    y = 5 * ((index * 0.5698402909980532 + 0.5) % 1)
    return (2 * tilt * x)[:, None], 2 * bend * y, tilt * x**2 + bend * y**2 - height


def main():
    neurons, steps = int(sys.argv[1]), int(sys.argv[2])
    dt, held, size = (float(value) for value in sys.argv[3:6])
    sigma = 0.0
    # The published rules let each population have a membrane time constant of its own.
    leak_e, leak_i = dt, dt

    f_e, e_ee, t_e = population(neurons, 0.15, 0.25, 2.5)
    f_i, e_ie, t_i = population(neurons, 0.24, 0.5, 1.75)
    ones, d_e, d_i = np.ones(neurons), np.full(neurons, size), np.full(neurons, 1.5 * size)
    w_ee, w_ei = np.outer(e_ee, d_e), -np.outer(ones, d_i)
    w_ie, w_ii = np.outer(e_ie, d_e), -np.outer(ones, d_i)
    own_e, own_i = np.zeros(neurons), w_ii.diagonal().copy()
    np.fill_diagonal(w_ii, 0)
    b_e, b_i = 1 - t_e, 1 - t_i

    x = np.full((1, steps), held)
    injected_e, injected_i = np.zeros((neurons, steps)), np.zeros((neurons, steps))
    v_e, v_i = np.zeros((neurons, steps)), np.zeros((neurons, steps))
    g_e, g_i = np.zeros((neurons, steps)), np.zeros((neurons, steps))
    s_e, s_i = np.zeros((neurons, steps)), np.zeros((neurons, steps))
    refractory_e, refractory_i = np.ones(neurons), np.ones(neurons)
    rng = np.random.RandomState(1)

    begin = time.process_time()
    for t in range(1, steps):
        tracked_e = (x[:, t] - x[:, t - 1]) / leak_e + x[:, t - 1]
        tracked_i = (x[:, t] - x[:, t - 1]) / leak_i + x[:, t - 1]
        drive_e = f_e @ tracked_e + b_e + injected_e[:, t - 1]
        drive_i = f_i @ tracked_i + b_i + injected_i[:, t - 1]
        rec_e = (w_ee @ g_e[:, t - 1] + w_ei @ g_i[:, t - 1] + own_e * s_e[:, t - 1]) / leak_e
        rec_i = (w_ie @ g_e[:, t - 1] + w_ii @ g_i[:, t - 1] + own_i * s_i[:, t - 1]) / leak_i
        noise_e = np.sqrt(2 * dt) * sigma * rng.randn(neurons)
        noise_i = np.sqrt(2 * dt) * sigma * rng.randn(neurons)
        v_e[:, t] = v_e[:, t - 1] + leak_e * (-v_e[:, t - 1] + drive_e + rec_e) + noise_e
        v_i[:, t] = v_i[:, t - 1] + leak_i * (-v_i[:, t - 1] + drive_i + rec_i) + noise_i
        highest = np.argmax(v_i[:, t] - 1)
        if v_i[highest, t] >= 1:
            g_i[highest, t] = 1
            s_i[highest, t] = 1
        else:
            highest = np.argmax(v_e[:, t] - 1)
            if v_e[highest, t] >= 1:
                g_e[highest, t] = 1
                s_e[highest, t] = 1
        refractory_e = refractory_e - 1
        refractory_i = refractory_i - 1
    elapsed = time.process_time() - begin

    spikes = int(s_e.sum() + s_i.sum())
    print(json.dumps({"stepsPerSecond": (steps - 1) / elapsed, "spikes": spikes}))


main()
