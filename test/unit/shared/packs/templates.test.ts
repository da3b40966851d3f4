import { describe, expect, test } from 'vitest'
import { createChecker } from '../../../../shared/checks/checker.ts'
import { PAPER_KIND_NAMES, PAPER_KINDS } from '../../../../shared/model/kinds.ts'
import { defaultSettings } from '../../../../shared/model/settings.ts'
import { textView } from '../../../../shared/model/text-view.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { templateDocument } from '../../../../shared/packs/template-document.ts'

const keys = new Set(builtInPack.facts.map((fact) => fact.key))
const isKey = (key: string) => keys.has(key)
const openFact = (key: string) => ({ text: null, label: key })

test('there is one template for each kind of paper, under the name the screen uses', () => {
  expect(builtInPack.templates.map(({ paperKind, name }) => [paperKind, name])).toEqual(
    PAPER_KINDS.map((kind) => [kind, PAPER_KIND_NAMES[kind]]),
  )
})

describe.each(builtInPack.templates)('$name', (template) => {
  test('makes a valid document with a line of the document for each of its own', () => {
    const doc = templateDocument(template, isKey)
    expect(doc.childCount).toBe(template.lines.length)
    expect(doc.firstChild?.type.name).toBe('title')
  })

  test('asks for known facts only', () => {
    const used = template.lines.flatMap((line) => [...line.text.matchAll(/【([^】]*)】/g)].map((match) => match[1]))
    expect(used.filter((key) => !isKey(key ?? ''))).toEqual([])
    expect(textView(templateDocument(template, isKey), openFact).openFacts).toHaveLength(used.length)
  })

  test('says in every empty line what to write there, in one or two breaths, and nowhere else', () => {
    for (const line of template.lines) {
      if (line.text) expect(line.hint, line.text).toBeUndefined()
      else expect(line.hint, JSON.stringify(line)).toMatch(/^[^。]{4,}。(?:[^。]+。){0,3}$/)
      expect(line.hint?.length ?? 0).toBeLessThanOrEqual(90)
    }
  })

  test('has a place for every point that the paper must or should have', () => {
    const points = builtInPack.points[template.paperKind]
    const served = new Set(template.lines.flatMap((line) => line.points ?? []))
    const wanted = points.filter(({ level }) => level !== 'optional').map(({ id }) => id)
    expect(wanted.filter((id) => !served.has(id))).toEqual([])
    expect([...served].filter((id) => !points.some((point) => point.id === id))).toEqual([])
  })

  test('names the subject first in the hint of an empty heading', () => {
    const headings = template.lines.filter((line) => line.kind === 'heading' && !line.text)
    for (const { hint } of headings) expect(hint).toMatch(/^[^：，。]{2,12}：/)
  })
})

test('an empty speech has nothing of its three parts written yet', () => {
  const template = builtInPack.templates.find(({ paperKind }) => paperKind === 'speech')
  if (!template) throw new Error('no template')
  const { points } = createChecker(builtInPack)({
    view: textView(templateDocument(template, isKey), openFact),
    kind: 'speech',
    date: null,
    facts: {},
    people: [],
    settings: defaultSettings,
    decisions: [],
    waivers: [],
  })
  const written = points.filter(({ pillar, state }) => state !== 'missing' && pillar !== 'opening')
  expect(points.length).toBeGreaterThan(30)
  expect(written.map(({ id }) => id)).toEqual([])
})
