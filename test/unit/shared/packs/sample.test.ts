import { describe, expect, test } from 'vitest'
import { countCharacters } from '../../../../shared/checks/length.ts'
import { factProblem } from '../../../../shared/model/facts.ts'
import { PAPER_KINDS } from '../../../../shared/model/kinds.ts'
import { readPaper, writePaper } from '../../../../shared/model/paper.ts'
import { builtInPack } from '../../../../shared/packs/pack.ts'
import { sampleMeeting } from '../../../../shared/packs/sample.ts'
import { isIsoDate, weekday } from '../../../../shared/text/dates.ts'
import { planted, sampleView, sampleViews } from './sample-papers.ts'

describe('the sample meeting', () => {
  test('has every paper, each readable and equal to itself when written again', () => {
    expect(sampleMeeting.papers.map(({ kind }) => kind).sort()).toEqual([...PAPER_KINDS].sort())
    for (const { body } of sampleMeeting.papers) expect(writePaper(readPaper(body))).toBe(body)
  })

  test('fills its facts with values the form would take', () => {
    for (const [key, value] of Object.entries(sampleMeeting.facts)) {
      const definition = builtInPack.facts.find((fact) => fact.key === key)
      if (!definition) throw new Error(`unknown fact ${key}`)
      expect(factProblem(definition, value)).toBeNull()
      if (definition.choices) expect(definition.choices).toContain(value)
      if (definition.kind === 'person') expect(sampleMeeting.people.map(({ name }) => name)).toContain(value)
    }
  })

  test('is on a working day after the inspection', () => {
    const { inspectionStart, inspectionEnd, meetingDate } = sampleMeeting.facts
    const days = [inspectionStart, inspectionEnd, meetingDate].map((day) => day ?? '')
    expect(days.every(isIsoDate)).toBe(true)
    expect([...days].sort()).toEqual(days)
    expect(weekday(meetingDate ?? '')).toBe('星期二')
  })

  test('leaves four facts open for the newcomer to fill', () => {
    const open = [...sampleViews.values()].flatMap((view) => view.openFacts.map(({ key }) => key))
    expect([...new Set(open)].sort()).toEqual([
      'democraticMeetingDate',
      'leaderInCharge',
      'place',
      'secretaryMeetingDate',
    ])
  })

  test('says that it is invented, and names no other county or town', () => {
    expect(sampleMeeting.note).toContain('虚构')
    const ownNames = /青垣县|柳溪镇/g
    const commonNouns = /全[县镇]|县(?:委|纪委|直|里|领导)|镇(?:党|纪委|里|长|领导|直)|副镇长|集镇|乡村/g
    for (const { text } of sampleViews.values()) {
      const rest = text.replaceAll(ownNames, '').replaceAll(commonNouns, '')
      expect([...rest.matchAll(/.{0,4}[县镇乡市省州].?/g)].map((match) => match[0])).toEqual([])
    }
  })

  test('is as long as such papers are', () => {
    for (const [kind, view] of sampleViews) {
      const [least, most] = kind === 'speech' ? [3300, 3700] : [500, 1200]
      expect(countCharacters(view.text), kind).toBeGreaterThanOrEqual(least)
      expect(countCharacters(view.text), kind).toBeLessThanOrEqual(most)
    }
  })

  test('has its speech in three parts with points in each', () => {
    const headings = sampleView('speech').blocks.filter(({ kind }) => kind === 'heading')
    expect(headings.filter(({ level }) => level === 1).map(({ marker }) => marker)).toEqual(['一、', '二、', '三、'])
    for (const part of [1, 2, 3])
      expect(headings.filter((block) => block.part === part && block.level === 2).length).toBeGreaterThanOrEqual(4)
  })

  test.each(PAPER_KINDS)('has the faults a newcomer should find in its %s, each once', (kind) => {
    for (const { quote } of planted[kind]) expect(sampleView(kind).text.split(quote), quote).toHaveLength(2)
  })
})
