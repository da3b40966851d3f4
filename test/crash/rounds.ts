/** How many rounds a long proof takes: few in every run, more when a variable asks for it (1000 for the full one). */
export function rounds(usual: number, variable = 'HUIBEI_ROUNDS'): number {
  const asked = Number(process.env[variable])
  return Number.isInteger(asked) && asked > 0 ? asked : usual
}

/** Small and repeatable: the seed goes into the test's name. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Another one each run, unless HUIBEI_SEED repeats one. */
export const seed = Number(process.env.HUIBEI_SEED ?? Date.now() % 1_000_000)
