import { CircleAlert, CircleCheck, Eye, RefreshCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Meeting } from '../../shared/contract/data.ts'
import { PAPER_KIND_NAMES } from '../../shared/model/kinds.ts'
import {
  type CheckRow,
  type MeetingCheckInput,
  meetingCheck,
  type Place,
} from '../../shared/model/rectification/meeting-check.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { momentText } from '../text/format-time.ts'
import { Button } from '../ui/Button.tsx'
import { readPapers } from './read-papers.ts'

interface MeetingCheckScreenProps {
  meeting: Meeting
  settings: Settings
  /** Everything the check needs besides the papers. */
  input: Omit<MeetingCheckInput, 'papers'>
  /** Newest change of the ledger, ISO time. */
  ledgerChanged: string | null
  onPlace(place: Place): void
}

/** Rows of a state shown at first, and with each press of the button below them. */
const PAGE = 100

const STATES = {
  bad: { Icon: CircleAlert, name: '不一致' },
  look: { Icon: Eye, name: '看一看' },
  ok: { Icon: CircleCheck, name: '一致' },
}

/** 全会核对: whether agenda, host script, roster, papers, figures and ledger say the same. */
export function MeetingCheckScreen({ meeting, settings, input, ledgerChanged, onPlace }: MeetingCheckScreenProps) {
  const backend = useBackend()
  const [rows, setRows] = useState<readonly CheckRow[] | null>(null)
  const [changes, setChanges] = useState<readonly { name: string; time: string; place: Place }[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [turn, setTurn] = useState(0)
  const [shown, setShown] = useState(PAGE)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is a reason to read again
  useEffect(() => {
    let gone = false
    readPapers(backend, meeting, settings).then(
      (papers) => {
        if (gone) return
        const duties = papers.flatMap(({ id, missingDuties }) =>
          missingDuties.map(
            (title): CheckRow => ({
              area: '责任',
              state: 'look',
              message: `讲话稿没有写到“${title}”。`,
              place: { kind: 'paper', paperId: id, start: 0, end: 0 },
            }),
          ),
        )
        setRows([...meetingCheck({ ...input, papers }), ...duties])
        setChanges(
          [
            ...papers.map(({ id, kind, updated }) => ({
              name: PAPER_KIND_NAMES[kind],
              time: updated,
              place: { kind: 'paper', paperId: id, start: 0, end: 0 } as Place,
            })),
            ...(ledgerChanged ? [{ name: '整改台账', time: ledgerChanged, place: { kind: 'ledger' } as Place }] : []),
          ].sort((a, b) => (a.time < b.time ? 1 : -1)),
        )
        setProblem(null)
      },
      (error) => !gone && setProblem(failureMessage(error)),
    )
    return () => {
      gone = true
    }
  }, [backend, meeting, settings, input, turn])

  const count = (state: CheckRow['state']) => rows?.filter((row) => row.state === state).length ?? 0
  return (
    <div className="meeting-check">
      <div className="sheet-head">
        <h2>全会核对</h2>
        <span role="status">{rows && `${count('bad')}处不一致，${count('look')}处要看一看`}</span>
        <Button size="small" icon={<RefreshCw aria-hidden />} onPress={() => setTurn(turn + 1)}>
          再核一遍
        </Button>
      </div>
      {problem && <p role="alert">{problem}</p>}
      <ul className="check-rows" aria-label="核对结果">
        {(['bad', 'look', 'ok'] as const).flatMap((state) =>
          (rows ?? [])
            .filter((row) => row.state === state)
            .slice(0, shown)
            .map(({ area, message, place }, index) => {
              const { Icon, name } = STATES[state]
              const content = (
                <>
                  <Icon aria-label={name} className={`check-${state}`} />
                  <span className="tag">{area}</span>
                  <span>{message}</span>
                </>
              )
              return (
                <li key={`${state}${area}${message}${String(index)}`}>
                  {place ? (
                    <button type="button" className="row-link" onClick={() => onPlace(place)}>
                      {content}
                    </button>
                  ) : (
                    <span className="row-link">{content}</span>
                  )}
                </li>
              )
            }),
        )}
      </ul>
      {Math.max(count('bad'), count('look')) > shown && (
        <Button size="small" onPress={() => setShown(shown + PAGE)}>
          每类再看{PAGE}处
        </Button>
      )}
      <h3 className="group-title group-title-small">最近改过的</h3>
      <ul className="check-rows">
        {changes.slice(0, 8).map(({ name, time, place }) => (
          <li key={`${name}${time}`}>
            <button type="button" className="row-link" onClick={() => onPlace(place)}>
              <span>{name}</span>
              <small>{momentText(time)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
