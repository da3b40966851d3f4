import { describe, expect, test } from 'vitest'
import { builtInPack } from '../../../../../shared/packs/pack.ts'
import { checkView, paragraphsView } from './find-in.ts'
import { feedbackExamples, hostScriptExamples, responseExamples } from './other-examples.ts'
import { paraphrases } from './paraphrases.ts'
import { speechExamples } from './speech-examples.ts'

const examples = {
  speech: speechExamples,
  response: responseExamples,
  'host-script': hostScriptExamples,
  feedback: feedbackExamples,
}

for (const kind of ['speech', 'response', 'host-script', 'feedback'] as const) {
  describe(kind, () => {
    const definitions = builtInPack.points[kind]
    test.each(definitions.map(({ id, title }) => [id, title]))('%s %s', (id) => {
      const { valid: plain, invalid } = examples[kind][id] ?? { valid: [], invalid: [] }
      const valid = [...plain, ...(paraphrases[kind]?.[id] ?? [])]
      const isFound = (sentence: string) => {
        const result = checkView(paragraphsView(sentence), kind).points.find((point) => point.id === id)
        return result !== undefined && result.state !== 'missing'
      }
      expect(plain.length).toBeGreaterThan(1)
      expect(invalid.length).toBeGreaterThan(0)
      expect({ missed: valid.filter((one) => !isFound(one)), wrong: invalid.filter(isFound) }).toEqual({
        missed: [],
        wrong: [],
      })
    })
  })
}
