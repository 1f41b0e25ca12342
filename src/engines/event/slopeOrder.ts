import { sortOrder } from "#math";

/** The last orders: a network in a drag differs little from the one before, so its order is nearly right already. */
const lastOrders = new Map<string, Int32Array>();
const KEPT_ORDERS = 8;

/**
 * Indices 0..N-1 by rising slope, equal slopes by index. Valid until the next call.
 *
 * @param name of what is sorted: with the length it finds the order to begin with, which affects the speed alone.
 */
export function orderBySlope(name: string, slopes: Float64Array): Int32Array {
  const key = `${name} ${slopes.length}`;
  const order = lastOrders.get(key) ?? Int32Array.from(slopes, (_, index) => index);
  sortOrder(slopes, order);
  lastOrders.delete(key);
  lastOrders.set(key, order);
  const [oldest] = lastOrders.keys();
  if (lastOrders.size > KEPT_ORDERS && oldest !== undefined) lastOrders.delete(oldest);
  return order;
}
