/**
 * A stream of numbers in [0, 1) that the seed alone decides, the same on every machine: generator
 * sfc32 seeded by splitmix32. For simulation and resampling; never for secrets.
 *
 * Each number is a multiple of 2⁻³², so 0 can come and 1 cannot.
 *
 * @param seed any integer; its lower 32 bits count
 * @source Doty-Humphrey, PractRand (sfc32, public domain)
 * @example
 * seededRandom(42)() // => 0.456255805445835
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  const splitmix = () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  let a = splitmix();
  let b = splitmix();
  let c = splitmix();
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
