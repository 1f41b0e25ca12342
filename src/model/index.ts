export type {
  Latent,
  LowRankNetwork,
  NetworkParts,
  Population,
  PopulationType,
} from "./network.ts";
export { createNetwork, findDaleFault } from "./network.ts";
