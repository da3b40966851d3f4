import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Meeting } from '../../shared/contract/data.ts'
import { factTexts, factValue } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { chainFacts, chainHoles, chainSource, startingChain } from '../../shared/model/rectification/chain.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import type { Place } from '../../shared/model/rectification/meeting-check.ts'
import { aspectsAndProblems } from '../../shared/model/rectification/statistics.ts'
import { textView } from '../../shared/model/text-view.ts'
import { AgendaScreen } from '../agenda/AgendaScreen.tsx'
import { MeetingCheckScreen } from '../agenda/MeetingCheckScreen.tsx'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { ChainScreen } from '../chain/ChainScreen.tsx'
import { LedgerScreen } from '../ledger/LedgerScreen.tsx'
import type { LedgerSession } from '../ledger/ledger-session.ts'
import { RulesDialog } from '../ledger/RulesDialog.tsx'
import { TrackingScreen } from '../ledger/TrackingScreen.tsx'
import { today as currentDay } from '../text/countdown.ts'
import { IconButton } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import { useStore } from '../ui/store.ts'
import type { MeetingSession } from '../workbench/meeting-session.ts'
import { pendingFact, pendingJump } from '../workbench/pending-jump.ts'
import { saveFile } from '../workbench/save-file.ts'
import type { RectificationPageProps } from './RectificationPage.tsx'
import { RECTIFICATION_TABS, type RectificationTab } from './route.ts'

interface RectificationTabsProps extends RectificationPageProps {
  meeting: MeetingSession
  ledger: LedgerSession
  feedback: Meeting['papers'][number] | null
}

const NO_AGENDA = { items: [], closingMinutes: 0 }
const complain = (error: unknown) => notify(failureMessage(error), { tone: 'bad' })

/** The five screens around the ledger, and what they share. */
export function RectificationTabs(props: RectificationTabsProps) {
  const { meetingId, tab, settings, tools, onTab, ledger: session } = props
  const backend = useBackend()
  const meeting = useStore(props.meeting.store)
  const office = useStore(settings.store)
  const state = useStore(session.store)
  const pack = useOfficePack()
  const rules = office.rectification
  const today = currentDay()
  const [selected, setSelected] = useState<string | null>(null)
  const [hasRules, setRules] = useState(false)
  const [feedbackText, setFeedbackText] = useState<string | null>(null)

  const { facts, people } = meeting
  const context = useMemo(
    () => ({ definitions: pack.facts, values: facts, people, settings: office }),
    [pack, facts, people, office],
  )
  const freshChain = useCallback(
    () =>
      startingChain(
        chainSource((key) => factValue(context, key)),
        people,
        rules.chain,
        () => crypto.randomUUID(),
      ),
    [context, people, rules.chain],
  )
  const chain = useMemo(() => state.chain ?? freshChain(), [state.chain, freshChain])
  const holes = useMemo(
    () => chainHoles({ chain, ledger: state.problems, people, rules }),
    [chain, state.problems, people, rules],
  )
  const agenda = state.agenda ?? NO_AGENDA
  const checkInput = useMemo(
    () => ({
      agenda,
      ledger: state.problems,
      chain,
      holes: state.problems.length > 0 ? holes : [],
      people,
      rules,
      fact: (key: string) => factValue(context, key),
      personFacts: context.definitions
        .filter(({ kind }) => kind === 'person')
        .map(({ key, label }) => ({ key, label, name: factValue(context, key) ?? '' })),
    }),
    [agenda, state.problems, chain, holes, people, rules, context],
  )
  const categories = rules.frameworks[factValue(context, 'framework') ?? ''] ?? Object.values(rules.frameworks)[0] ?? []
  const unit = factValue(context, 'partyOrganization') ?? factValue(context, 'unit') ?? ''

  const { feedback } = props
  useEffect(() => {
    if (!feedback) return
    backend.call('paper.get', { id: feedback.id }).then(
      ({ body }) => setFeedbackText(textView(readPaper(body), factTexts(context)).text),
      () => setFeedbackText(null),
    )
  }, [backend, feedback, context])

  const change = async (next: LedgerChange): Promise<boolean> => {
    try {
      await session.change(next)
      return true
    } catch (error) {
      complain(error)
      return false
    }
  }
  const deliver = (file: { fileName: string; bytes: string }) => {
    saveFile(backend, file).then((saved) => saved && notify(`已导出“${file.fileName}”。`, { tone: 'good' }), complain)
  }
  const goToProblem = (problemId: string) => {
    setSelected(problemId)
    onTab('ledger')
  }
  const goTo = (place: Place) => {
    if (place.kind === 'problem') goToProblem(place.problemId)
    else if (place.kind === 'paper') {
      pendingJump.set({ paperId: place.paperId, start: place.start, end: place.end })
      props.onPaper(place.paperId)
    } else if (place.kind === 'facts') {
      pendingFact.set({ key: place.key })
      props.onLeave()
    } else onTab(place.kind)
  }
  const writeFacts = async () => {
    const { aspects, problems } = aspectsAndProblems(state.problems)
    const values = {
      ...chainFacts(chain),
      problemAspects: problems > 0 ? String(aspects) : null,
      problemCount: problems > 0 ? String(problems) : null,
    }
    try {
      for (const [key, value] of Object.entries(values))
        if (value) await props.meeting.setFact(key, value.slice(0, 500))
      notify('方面数、问题数、班子成员分工和监督督促已写进会议要素，文稿里按【可以插入。', { tone: 'good' })
    } catch (error) {
      complain(error)
    }
  }
  const lastChange = Object.values(state.lastChanges).sort().at(-1) ?? null

  const panels: Record<RectificationTab, () => ReactNode> = {
    ledger: () => (
      <LedgerScreen
        session={session}
        meetingId={meetingId}
        chain={chain}
        people={people}
        rules={rules}
        categories={categories}
        holes={holes}
        today={today}
        feedbackDate={factValue(context, 'meetingDate')}
        term={factValue(context, 'rectificationDeadline')}
        feedbackText={feedbackText}
        selected={selected}
        onSelect={setSelected}
        onChange={change}
        onFile={deliver}
        onRules={() => setRules(true)}
      />
    ),
    tracking: () => (
      <TrackingScreen
        session={session}
        meetingId={meetingId}
        rules={rules}
        today={today}
        onProblem={goToProblem}
        onFile={deliver}
      />
    ),
    chain: () => (
      <ChainScreen
        meetingId={meetingId}
        title={`${unit}巡察整改责任链条`}
        chain={chain}
        ledger={state.problems}
        holes={holes}
        people={people}
        rules={rules}
        onSave={(next) => void session.saveChain(next).catch(complain)}
        onReset={() => {
          void session.saveChain({ ...freshChain(), departed: chain.departed }).catch(complain)
          notify('链条已按会议要素和名册重排。', {
            action: { label: '撤销', run: () => void session.saveChain(chain).catch(complain) },
          })
        }}
        onFile={deliver}
        onDuties={() =>
          void session
            .settled()
            .then(() => backend.call('ledger.docx', { meetingId, layout: 'duties' }))
            .then(deliver, complain)
        }
        onFacts={() => void writeFacts()}
        onProblem={goToProblem}
      />
    ),
    agenda: () => (
      <AgendaScreen
        agenda={agenda}
        people={people}
        start={factValue(context, 'meetingTime')}
        onSave={(next) =>
          void session.saveAgenda(next).then((papers) => {
            if (papers.length > 0) notify(`${papers.length}份文稿已跟着议程改好，改之前的留在“版本”里。`)
          }, complain)
        }
      />
    ),
    check: () => (
      <MeetingCheckScreen
        meeting={meeting}
        settings={office}
        input={checkInput}
        ledgerChanged={lastChange}
        onPlace={goTo}
      />
    ),
  }

  return (
    <main className="rectification">
      <header className="topbar">
        <IconButton label="回到会议文稿" icon={<ArrowLeft aria-hidden />} onPress={props.onLeave} />
        <div className="topbar-title">
          <h1>{meeting.title || '未命名会议'}</h1>
          {meeting.sample && <span className="tag tag-accent">示例</span>}
        </div>
        {tools}
      </header>
      <Tabs
        className="rectification-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => onTab(key as RectificationTab)}
      >
        <TabList className="tabs" aria-label="整改和议程">
          {RECTIFICATION_TABS.map(({ id, label }) => (
            <Tab key={id} id={id} className="tab">
              {label}
              {id === 'chain' && holes.length > 0 && state.problems.length > 0 && (
                <span className="tab-count">
                  {holes.length}
                  <span className="visually-hidden">处没有落实</span>
                </span>
              )}
            </Tab>
          ))}
        </TabList>
        {RECTIFICATION_TABS.map(({ id }) => (
          <TabPanel key={id} id={id} className="rectification-panel">
            {id === tab && panels[id]()}
          </TabPanel>
        ))}
      </Tabs>
      {hasRules && (
        <RulesDialog
          rules={rules}
          onClose={() => setRules(false)}
          onSave={(rectification) => {
            setRules(false)
            settings.change((now) => ({ ...now, rectification })).catch(complain)
          }}
        />
      )}
    </main>
  )
}
