/**
 * What names and labels of version 1 are likely to say: the inflater starts from this text, so that saying it again
 * costs three bytes. What comes last is cheapest. Frozen like the base; any other text works, at its own length.
 */
export const PHRASES_V1: readonly string[] = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 abcdefghijklmnopqrstuvwxyz",
  "spike coding network, tutorial, lecture, appendix, my experiment, copy of, untitled, example",
  "balanced, chaotic, irregular, asynchronous, oscillation, perturbation, mistuned, robust, noise",
  "function, target, designer, sine, ramp, step, current, pulse, synapses, delay, refractory, rates",
  "boundary, surface, curve, line, point, latent, readout, input, output, decoder, encoder, slope",
  "threshold, voltage, stable, unstable, convex, concave, difference of, learning, population of",
  "one inhibitory neuron, one excitatory neuron, inhibitory population, excitatory population",
  "inhibition and excitation, excitatory and inhibitory neurons, with delta synapses, without noise",
  "Two populations, one curve",
  "Second published crossing: no network that obeys Dale's law has it",
  "Published curve, branch that Dale's law forbids",
  "Figure 2d: ",
  "Figure 5c, d: six neurons draw a saw",
  "Figure 4d, e: one E and one I neuron",
  "Figure 4a-c: two boundaries and where they cross",
  "Figure 4f: curved boundaries from ten neurons each",
];
