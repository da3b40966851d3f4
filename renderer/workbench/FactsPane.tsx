import { useEffect, useMemo, useRef, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { factValue } from '../../shared/model/facts.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { FactsForm } from '../facts/FactsForm.tsx'
import type { FactUse } from '../facts/FactUses.tsx'
import { RosterEditor, type RosterRow } from '../facts/RosterEditor.tsx'
import { Choice } from '../ui/Choice.tsx'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import type { MeetingSession } from './meeting-session.ts'

interface FactsPaneProps {
  session: MeetingSession
  meeting: Meeting
  settings: Settings
  uses: ReadonlyMap<string, readonly FactUse[]>
  onJump(use: FactUse): void
  /** The fact whose field is to be shown and focused; `people`: the roster. */
  wanted: { key: string } | null
}

const rowsOf = (people: Meeting['people']): RosterRow[] => people.map((person) => ({ key: person.id, ...person }))

const sameRoster = (rows: readonly RosterRow[], people: Meeting['people']): boolean => {
  const named = rows.filter((row) => row.name)
  return (
    named.length === people.length &&
    named.every((row, at) => {
      const person = people[at]
      return row.name === person?.name && row.post === person.post && row.organization === person.organization
    })
  )
}

/** 会议要素 beside the text: a change shows in the paper at once. */
export function FactsPane({ session, meeting, settings, uses, onJump, wanted }: FactsPaneProps) {
  const pack = useOfficePack()
  const pane = useRef<HTMLDivElement>(null)
  const [show, setShow] = useState<'open' | 'all' | 'people'>('all')
  const [rows, setRows] = useState<RosterRow[]>(() => rowsOf(meeting.people))
  const [shownPeople, setShownPeople] = useState(meeting.people)
  if (shownPeople !== meeting.people) {
    setShownPeople(meeting.people)
    if (!sameRoster(rows, meeting.people)) setRows(rowsOf(meeting.people))
  }

  const context = useMemo(
    () => ({ definitions: pack.facts, values: meeting.facts, people: meeting.people, settings }),
    [pack, meeting, settings],
  )
  // Which are open is settled when the list is opened, so that a field does not vanish under the hand that fills it.
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string>>(new Set())
  const isOpen = (key: string) => factValue(context, key) === null
  const used = (key: string) => uses.has(key)
  const openCount = pack.facts.filter(({ key }) => used(key) && isOpen(key)).length
  const choose = (next: typeof show) => {
    if (next === 'open')
      setOpenKeys(new Set(pack.facts.filter(({ key }) => used(key) && isOpen(key)).map((fact) => fact.key)))
    setShow(next)
  }
  const shown = useMemo(
    () =>
      show === 'open'
        ? { ...context, definitions: context.definitions.filter(({ key }) => openKeys.has(key)) }
        : context,
    [context, show, openKeys],
  )

  useEffect(() => {
    if (!wanted) return
    setShow(wanted.key === 'people' ? 'people' : 'all')
    requestAnimationFrame(() => {
      const field = pane.current?.querySelector<HTMLElement>(`[data-fact="${wanted.key}"] :is(input, button)`)
      field?.scrollIntoView({ block: 'center' })
      field?.focus()
    })
  }, [wanted])

  const report = (error: unknown) => notify(failureMessage(error), { tone: 'bad' })
  const changeRows = (next: RosterRow[]) => {
    setRows(next)
    if (sameRoster(next, meeting.people)) return
    const people = next
      .filter((row) => row.name)
      .map(({ id, name, post, organization }) => ({ ...(id ? { id } : {}), name, post, organization }))
    session.setPeople(people).catch(report)
  }

  return (
    <div className="facts-pane" ref={pane}>
      <Choice
        label="显示"
        hideLabel
        value={show}
        options={[
          { id: 'all', label: '全部要素' },
          { id: 'open', label: `待填 ${openCount}` },
          { id: 'people', label: '名册' },
        ]}
        onChange={choose}
      />
      {show === 'people' ? (
        <section aria-label="人员名册">
          <p className="pane-note">按职务高低排；文稿里的姓名、职务都和它核对。</p>
          <RosterEditor rows={rows} onChange={changeRows} />
        </section>
      ) : (
        <FactsForm
          context={shown}
          uses={uses}
          onJump={onJump}
          onChange={(key, value) => {
            session.setFact(key, value).catch(report)
          }}
        />
      )}
      {show === 'open' && openKeys.size === 0 && <p className="pane-empty">文稿里用到的要素都填了。</p>}
    </div>
  )
}
