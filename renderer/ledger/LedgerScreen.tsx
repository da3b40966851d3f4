import {
  ClipboardPaste,
  Download,
  FileDown,
  FileSpreadsheet,
  FileUp,
  Plus,
  Repeat2,
  Search,
  SlidersHorizontal,
} from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { CommandInput } from '../../shared/contract/commands.ts'
import type { Person } from '../../shared/model/meeting.ts'
import type { Chain, Hole } from '../../shared/model/rectification/chain.ts'
import type { LedgerChange } from '../../shared/model/rectification/change.ts'
import { compareLedger } from '../../shared/model/rectification/compare-ledger.ts'
import { emptyProblem } from '../../shared/model/rectification/ledger.ts'
import type { ReadTable } from '../../shared/model/rectification/ledger-table.ts'
import type { OfficeRules } from '../../shared/model/rectification/office-rules.ts'
import { readRowCode } from '../../shared/model/rectification/row-code.ts'
import { aspectsAndProblems } from '../../shared/model/rectification/statistics.ts'
import type { LedgerFigures } from '../../shared/model/rectification/statistics-sheet.ts'
import type { IsoDate } from '../../shared/text/dates.ts'
import { useBackend } from '../backend/backend-context.ts'
import { failureMessage } from '../backend/failure-messages.ts'
import { toBase64 } from '../text/base64.ts'
import { Button } from '../ui/Button.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { notify } from '../ui/notice-store.ts'
import { Select } from '../ui/Select.tsx'
import { useStore } from '../ui/store.ts'
import { TextField } from '../ui/TextField.tsx'
import { CluesDialog } from './CluesDialog.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { FiguresDialog } from './FiguresDialog.tsx'
import { filterRows, type RowState } from './filter-rows.ts'
import { HandOverDialog } from './HandOverDialog.tsx'
import { LedgerList } from './LedgerList.tsx'
import type { LedgerSession } from './ledger-session.ts'
import { ProblemDetail } from './ProblemDetail.tsx'
import { ReturnDialog, type Returned } from './ReturnDialog.tsx'
import { unitsOf } from './units-of.ts'

export interface LedgerScreenProps {
  session: LedgerSession
  meetingId: string
  /** As it stands, also where nobody has changed it yet. */
  chain: Chain
  people: readonly Person[]
  rules: OfficeRules
  /** Categories of the round's framework. */
  categories: readonly string[]
  holes: readonly Hole[]
  today: IsoDate
  feedbackDate: IsoDate | null
  term: IsoDate | null
  feedbackText: string | null
  selected: string | null
  onSelect(problemId: string | null): void
  onChange(change: LedgerChange): Promise<boolean>
  onFile(file: { fileName: string; bytes: string }): void
  onRules(): void
}

/** Of how many exports one table may hold rows. */
const MOST_EXPORTS = 20

const STATES: { id: RowState; label: string }[] = [
  { id: 'all', label: '全部状态' },
  { id: 'open', label: '未启动' },
  { id: 'ongoing', label: '整改中' },
  { id: 'done', label: '已完成' },
  { id: 'overdue', label: '已超期' },
  { id: 'closed', label: '已销号' },
]

/** 问题清单 and 整改台账: the list on the left, the chosen problem beside it. */
export function LedgerScreen(props: LedgerScreenProps) {
  const { session, meetingId, people, rules, categories, holes, today, selected, onSelect, onChange } = props
  const backend = useBackend()
  const { problems, clues } = useStore(session.store)
  const picker = useRef<HTMLInputElement>(null)
  const detail = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [category, setCategory] = useState('')
  const [state, setState] = useState<RowState>('all')
  const [added, setAdded] = useState<string | null>(null)
  const [entry, setEntry] = useState<{ fromFile: ReadTable | null } | null>(null)
  const [figures, setFigures] = useState<LedgerFigures | null>(null)
  const [returned, setReturned] = useState<Returned | null>(null)
  const [dialog, setDialog] = useState<'clues' | 'hand-over' | null>(null)

  const rows = useMemo(
    () => filterRows(problems, { words, category, state }, rules, today),
    [problems, words, category, state, rules, today],
  )
  const withHoles = useMemo(() => new Set(holes.flatMap(({ problemId }) => (problemId ? [problemId] : []))), [holes])
  const units = useMemo(() => unitsOf(people, problems), [people, problems])
  const counts = aspectsAndProblems(problems)
  const at = problems.findIndex(({ id }) => id === selected)
  const problem = problems[at]
  const used = [...new Set(problems.map((one) => one.category).filter(Boolean))]

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      notify(failureMessage(error), { tone: 'bad' })
    }
  }
  const addProblem = async () => {
    const id = crypto.randomUUID()
    if (
      await onChange({ kind: 'add-problems', problems: [{ ...emptyProblem, id, category: problem?.category ?? '' }] })
    ) {
      setAdded(id)
      onSelect(id)
    }
  }
  const docx = (layout: CommandInput<'ledger.docx'>['layout']) =>
    attempt(async () => {
      await session.settled()
      props.onFile(await backend.call('ledger.docx', { meetingId, layout }))
    })
  const importFile = (file: File) =>
    attempt(async () => {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const { figures, ...table } = await backend.call('ledger.readFile', { fileName: file.name, bytes })
      if (figures) setFigures(figures)
      else await takeTable(table, file.name)
    })
  /** Shows what was read: as changes to rows the ledger has, or, where it has none of them, as new ones. */
  const takeTable = async (table: ReadTable, fileName: string) => {
    const codes = table.places.flatMap(({ code, measures }) => [code, ...measures.map((place) => place.code)])
    const tokens = [...new Set(codes.flatMap((code) => readRowCode(code)?.token ?? []))].slice(0, MOST_EXPORTS)
    await session.settled()
    const kept = tokens.length > 0 ? await backend.call('ledger.exports', { meetingId, tokens }) : []
    const exported = new Map(kept.map((one) => [one.token, one.problems]))
    const ledger = session.store.get().problems
    const { known } = compareLedger({ table, exported, ledger, newId: () => '' })
    const isReturned = table.faults.length === 0 && (known > 0 || exported.size > 0)
    setEntry(isReturned ? null : { fromFile: table })
    setReturned(isReturned ? { table, exported, fileName } : null)
  }
  const change = (next: LedgerChange) => {
    if (next.kind !== 'remove-problem' || !problem) return void onChange(next)
    void onChange(next).then((done) => {
      if (!done) return
      onSelect(null)
      notify(`第${at + 1}个问题已移走。`, {
        action: { label: '撤销', run: () => void onChange({ kind: 'add-problems', problems: [problem], at }) },
      })
    })
  }

  return (
    <div className="ledger">
      <div className="ledger-tools">
        <TextField label="在台账里找" hideLabel placeholder="找问题、措施、人、单位" value="" onInput={setWords}>
          <Search aria-hidden className="start-search-icon" />
        </TextField>
        <Select
          label="类别"
          hideLabel
          value={category || 'all'}
          options={[{ id: 'all', label: '全部类别' }, ...used.map((name) => ({ id: name, label: name }))]}
          onChange={(id) => setCategory(id === 'all' ? '' : id)}
        />
        <Select label="状态" hideLabel value={state} options={STATES} onChange={setState} />
        <span className="ledger-count" role="status">
          {counts.aspects}个方面{counts.problems}个问题，{rows.length}行
        </span>
        <Button icon={<Plus aria-hidden />} onPress={() => void addProblem()}>
          加问题
        </Button>
        <Button icon={<ClipboardPaste aria-hidden />} onPress={() => setEntry({ fromFile: null })}>
          粘贴
        </Button>
        <MenuButton
          label="更多"
          icon={<SlidersHorizontal aria-hidden />}
          entries={[
            {
              id: 'import',
              label: '从表格导入…',
              note: '.xlsx 或 .docx；总表、一事一表、统计表都认得',
              icon: <FileUp aria-hidden />,
              run: () => picker.current?.click(),
            },
            {
              id: 'hand-over',
              label: '责任交接…',
              note: '有人调离时，把没办完的交给接手的人',
              icon: <Repeat2 aria-hidden />,
              run: () => setDialog('hand-over'),
            },
            {
              id: 'clues',
              label: '线索数…',
              note: '只记类别和件数，不进任何材料',
              startsGroup: true,
              run: () => setDialog('clues'),
            },
            { id: 'rules', label: '台账规则…', note: '类别、类型、状态、时限、假日', run: props.onRules },
          ]}
        />
        <MenuButton
          label="导出"
          look="primary"
          icon={<Download aria-hidden />}
          entries={[
            {
              id: 'xlsx',
              label: 'Excel 台账',
              note: '全部栏目，改了再导入时逐行核对',
              icon: <FileSpreadsheet aria-hidden />,
              run: () =>
                void attempt(async () => {
                  await session.settled()
                  props.onFile(await backend.call('ledger.xlsx', { meetingId }))
                }),
            },
            {
              id: 'roll',
              label: 'Word 总表',
              note: '三清单合一，横排',
              icon: <FileDown aria-hidden />,
              run: () => void docx('roll'),
            },
            {
              id: 'sheets',
              label: 'Word 一事一表',
              note: '每个问题一页，留签字处',
              icon: <FileDown aria-hidden />,
              run: () => void docx('sheets'),
            },
            {
              id: 'statistics',
              label: 'Word 统计表',
              icon: <FileDown aria-hidden />,
              run: () => void docx('statistics'),
            },
          ]}
        />
        <input
          ref={picker}
          type="file"
          accept=".xlsx,.docx"
          hidden
          aria-label="选择台账文件"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file) void importFile(file)
          }}
        />
      </div>
      <div className="ledger-body">
        {problems.length === 0 ? (
          <div className="lone-message">
            <h2>问题清单还是空的</h2>
            <p>把反馈意见或现成的表格粘贴进来，程序逐条读出问题，核对后列入台账；也可以一条一条加。</p>
            <div className="button-row">
              <Button look="primary" icon={<ClipboardPaste aria-hidden />} onPress={() => setEntry({ fromFile: null })}>
                粘贴反馈意见或表格
              </Button>
              <Button icon={<FileUp aria-hidden />} onPress={() => picker.current?.click()}>
                从 Excel 或 Word 导入
              </Button>
            </div>
          </div>
        ) : (
          <LedgerList
            rows={rows}
            selected={selected}
            holes={withHoles}
            rules={rules}
            today={today}
            onSelect={onSelect}
            onOpen={() => detail.current?.querySelector<HTMLElement>('textarea, input')?.focus()}
          />
        )}
        {problem && (
          <aside className="ledger-detail" ref={detail} aria-label="选中的问题">
            <ProblemDetail
              key={problem.id}
              problem={problem}
              number={at + 1}
              count={problems.length}
              people={people}
              units={units}
              isNew={problem.id === added}
              rules={rules}
              categories={categories}
              holes={holes.filter(({ problemId }) => problemId === problem.id)}
              today={today}
              feedbackDate={props.feedbackDate}
              term={props.term}
              onChange={change}
              readHistory={async (problemId) => {
                await session.settled()
                return backend.call('ledger.history', { meetingId, problemId })
              }}
            />
          </aside>
        )}
      </div>
      {entry && (
        <EntryDialog
          rules={rules}
          categories={categories}
          feedbackText={props.feedbackText}
          key={entry.fromFile ? 'table' : 'paste'}
          fromFile={entry.fromFile}
          onTable={(table) => void attempt(() => takeTable(table, '粘贴的表格'))}
          onClose={() => setEntry(null)}
          onAdd={(add) => {
            setEntry(null)
            void onChange(add)
          }}
        />
      )}
      {figures && (
        <FiguresDialog
          figures={figures}
          ledger={problems}
          rules={rules}
          today={today}
          onClose={() => setFigures(null)}
        />
      )}
      {returned && (
        <ReturnDialog
          {...returned}
          ledger={problems}
          onClose={() => setReturned(null)}
          onChange={(taken) => {
            setReturned(null)
            void onChange(taken)
          }}
        />
      )}
      {dialog === 'clues' && (
        <CluesDialog
          clues={clues}
          rules={rules}
          onSave={(next) => void attempt(() => session.saveClues(next))}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'hand-over' && (
        <HandOverDialog
          session={session}
          chain={props.chain}
          people={people}
          today={today}
          onChange={onChange}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  )
}
