import { z } from 'zod'
import { type FactDefinition, factProblem } from '../../shared/model/facts.ts'
import type { FactValues, Person } from '../../shared/model/meeting.ts'
import { readDate } from './find-date.ts'
import { readInputFile } from './read-paper-file.ts'
import { Unusable } from './unusable.ts'

const LARGEST_FILE = 5_000_000

const person = z.object({
  name: z.string().trim().min(1),
  post: z.string().default(''),
  organization: z.string().default(''),
})

export interface MeetingFacts {
  facts: FactValues
  /** In the order of the file, which is the order of rank. */
  people: Person[]
  /** What was not understood and left out. */
  notes: string[]
}

/**
 * Reads 会议要素: one JSON object of fact keys (or their labels) and, under `people`, the roster.
 * @throws Unusable when it is no such object or a value cannot be taken
 */
export async function readFactsFile(path: string, definitions: readonly FactDefinition[]): Promise<MeetingFacts> {
  const text = (await readInputFile(path, LARGEST_FILE)).toString('utf8').replace(/^\uFEFF/, '')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Unusable(`“${path}”不是 JSON 文件。`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Unusable(`“${path}”里应当是一个对象：{"要素": "内容", …}。`)
  return readFacts(json as Record<string, unknown>, path, definitions)
}

function readFacts(
  { people: roster = [], ...values }: Record<string, unknown>,
  path: string,
  definitions: readonly FactDefinition[],
): MeetingFacts {
  const people = z.array(person).safeParse(roster)
  if (!people.success) throw new Unusable(`“${path}”里的 people 应当是 [{"name": "姓名", "post": "职务"}, …]。`)
  const facts: FactValues = {}
  const notes: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const definition = definitions.find(({ key, label }) => key === name || label === name)
    if (!definition) notes.push(`会议要素里没有“${name}”，没有采用。`)
    else {
      const taken = factText(definition, value, path)
      if (taken) facts[definition.key] = taken
    }
  }
  return { facts, notes, people: people.data.map((entry, index) => ({ id: String(index + 1), ...entry })) }
}

/** Dates may also be written 2026年12月15日, numbers without quotes; null is an open fact. */
function factText(definition: FactDefinition, value: unknown, path: string): string {
  if (value === null) return ''
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new Unusable(`“${path}”里的“${definition.label}”应当是文字。`)
  const text = String(value).trim()
  const taken = definition.kind === 'date' ? (readDate(text) ?? text) : text
  const problem = factProblem(definition, taken)
  if (problem) throw new Unusable(`“${path}”里的${problem}`)
  return taken
}
