import { startTransition, useCallback, useMemo, useRef, useState } from 'react'
import { displayValue, factTexts, factValue } from '../../shared/model/facts.ts'
import { readPaper } from '../../shared/model/paper.ts'
import { textView } from '../../shared/model/text-view.ts'
import type { Range } from '../../shared/text/sentences.ts'
import { useBackend } from '../backend/backend-context.ts'
import { missingRequired } from '../checklist/point-status.ts'
import { Editor } from '../editor/Editor.tsx'
import type { EditorHandle } from '../editor/editor-handle.ts'
import { Tour } from '../help/Tour.tsx'
import { estimatePages } from '../print/page-estimate.ts'
import { sourceText } from '../search/hit-text.ts'
import { askExport, askImport, isMeetingFile } from '../transfer/transfer-requests.ts'
import { useConflicts } from '../transfer/use-conflicts.ts'
import { Button } from '../ui/Button.tsx'
import { notify } from '../ui/notice-store.ts'
import { useOfficePack } from '../ui/office-pack.ts'
import { createStore, useStore, useStorePart } from '../ui/store.ts'
import { FileDrop } from './FileDrop.tsx'
import { guidesOf } from './guides.ts'
import { highlightsOf } from './highlights-of.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { MeetingConflicts } from './MeetingConflicts.tsx'
import { MeetingSheets } from './MeetingSheets.tsx'
import type { MeetingSession } from './meeting-session.ts'
import { NoPaper } from './NoPaper.tsx'
import { Outline } from './Outline.tsx'
import { outlineLines } from './outline-state.ts'
import { PaperDialogs } from './PaperDialogs.tsx'
import { PaperList } from './PaperList.tsx'
import { PaperPanels } from './PaperPanels.tsx'
import { paperRescue } from './paper-rescue.ts'
import type { PaperView } from './paper-session.ts'
import { ReadBackSheet } from './ReadBackSheet.tsx'
import type { PaneTab } from './RightPane.tsx'
import { SaveTrouble } from './SaveTrouble.tsx'
import { StatusBar } from './StatusBar.tsx'
import { download } from './save-file.ts'
import { TopBar } from './TopBar.tsx'
import { tourSteps } from './tour-steps.ts'
import { useBlanks } from './use-blanks.tsx'
import { useChecks } from './use-checks.ts'
import { useDelivery } from './use-delivery.ts'
import { useFactUses } from './use-fact-uses.ts'
import { useFindingWalk } from './use-finding-walk.ts'
import { useJumps } from './use-jumps.ts'
import { useOpenPaper } from './use-open-paper.ts'
import { complain, usePanelActions } from './use-panel-actions.ts'
import { chooseZoom, nextZoom, usePaperZoom } from './use-paper-zoom.ts'
import { usePapers } from './use-papers.ts'
import { useRemarks } from './use-remarks.ts'
import { useUndoSteps } from './use-undo-steps.ts'
import { useWantedFact } from './use-wanted-fact.ts'
import { useWorkbenchActions } from './use-workbench-actions.ts'
import { useWritingTools } from './use-writing-tools.tsx'
import type { WorkbenchPageProps } from './WorkbenchPage.tsx'

const NOTHING_OPEN = createStore<PaperView>({ save: { kind: 'saved', at: null }, decisions: [], waivers: [] })

/** auto: shown where there is room for it. */
type PaneState = 'auto' | 'open' | 'closed'

interface WorkbenchProps extends WorkbenchPageProps {
  session: MeetingSession
}

/** One meeting being worked on: its papers on the left, the open one in the middle, what is said of it on the right. */
export function Workbench({ session, settings, tools, onPaper, ...props }: WorkbenchProps) {
  const backend = useBackend()
  const root = useRef<HTMLDivElement>(null)
  const desk = useRef<HTMLElement>(null)
  const editor = useRef<EditorHandle>(null)
  const [handle, setHandle] = useState<EditorHandle | null>(null)
  const attachEditor = useCallback((next: EditorHandle | null) => {
    editor.current = next
    setHandle(next)
  }, [])

  const meeting = useStore(session.store)
  const paperId = meeting.papers.find((paper) => paper.id === props.paperId)?.id ?? meeting.papers[0]?.id ?? null
  const { open, problem, retry, forgetRescued } = useOpenPaper(paperId, editor)
  const paper = open?.session.paper ?? null
  const store = open?.session.store ?? NOTHING_OPEN
  const decisions = useStorePart(store, (view) => view.decisions)
  const waivers = useStorePart(store, (view) => view.waivers)
  const paperZoom = usePaperZoom(desk)

  const [wantedFact, setWantedFact] = useWantedFact()
  const [tab, setTab] = useState<PaneTab>(wantedFact ? 'facts' : 'points')
  const [panes, setPanes] = useState<{ left: PaneState; right: PaneState }>({ left: 'auto', right: 'auto' })
  const [openPoint, setOpenPoint] = useState<string | null>(null)
  const [caretBlock, setCaretBlock] = useState(0)
  const [hasHandouts, setHandouts] = useState(false)
  const [isReadingBack, setReadingBack] = useState(false)
  const [importing, setImporting] = useState<{ file: File | null } | null>(null)

  const { facts, people } = meeting
  const pack = useOfficePack()
  const definitions = useMemo(() => new Map(pack.facts.map((definition) => [definition.key, definition])), [pack])
  const context = useMemo(
    () => ({ definitions: pack.facts, values: facts, people, settings }),
    [pack, facts, people, settings],
  )
  const factText = useMemo(() => factTexts(context), [context])
  const readText = useCallback((body: string) => textView(readPaper(body), factText).text, [factText])
  const { checked, schedule, checkNow } = useChecks({
    editor: handle,
    paper,
    facts,
    people,
    settings,
    decisions,
    waivers,
  })

  const report = checked?.report ?? null
  const lines = useMemo(
    () => (checked ? outlineLines(checked.report, checked.view, settings.speakingRate) : []),
    [checked, settings],
  )
  const highlights = useMemo(() => checked && highlightsOf(checked, openPoint), [checked, openPoint])
  const pages = useMemo(() => checked && estimatePages(checked.view, settings.layout), [checked, settings.layout])
  const guides = useMemo(() => guidesOf(pack, paper?.kind), [pack, paper])
  const steps = useMemo(() => tourSteps(setTab), [])
  const uses = useFactUses(meeting.papers, paperId, checked?.doc ?? open?.doc ?? null, factText)
  useUndoSteps(paperId, open?.session ?? null, editor, checked)
  const papers = usePapers({ session, meeting, paperId, onPaper })
  const findings = useFindingWalk(editor, checked)
  const actions = usePanelActions({ editor, session: open?.session ?? null, checked, checkNow, guides })
  const conflicts = useConflicts(meeting.id, props.missed)
  const flushOpen = async () => (open ? open.session.flush() : true)
  const delivery = useDelivery({
    session: open?.session ?? null,
    checkNow,
    factLabel: (key) => definitions.get(key)?.label ?? key,
    layout: settings.layout,
    conflicts: conflicts.conflicts,
  })
  const rescue = open && handle && paperRescue(backend, open, handle)

  const missing = report ? missingRequired(report.points).length : 0
  const jump = (range: Range, select = false) => editor.current?.scrollToRange(range, { select })
  const showTab = (next: PaneTab) => {
    setTab(next)
    setPanes((now) => ({ ...now, right: now.right === 'closed' ? 'auto' : now.right }))
  }
  const jumpTo = useJumps(open?.session.paper.id ?? null, handle, onPaper)
  const remarks = useRemarks({
    editor,
    checked,
    checkNow,
    author: settings.userName,
    showPanel: () => {
      writing.leaveFocus()
      showTab('remarks')
    },
  })
  const blanks = useBlanks({ editor, checked, factText, checkNow })
  const writing = useWritingTools({
    editor,
    papers: meeting.papers,
    openId: paperId,
    factText,
    onRemark: remarks.write,
    onBlanks: blanks.open,
    onJump: jumpTo,
  })
  const walk = (direction: 1 | -1) => {
    if (findings.walk(direction)) showTab('findings')
  }
  const togglePane = (pane: 'left' | 'right') => {
    const shown = (root.current?.querySelector(`.pane-${pane}`)?.getClientRects().length ?? 0) > 0
    setPanes((now) => ({ ...now, [pane]: shown ? 'closed' : 'open' }))
  }
  const goToOpenFact = () => {
    const openFacts = checked?.view.openFacts ?? []
    const caret = editor.current?.caret() ?? 0
    const target = openFacts.find((fact) => fact.start > caret) ?? openFacts[0]
    if (!target) return
    jump(target, true)
    setWantedFact({ key: target.key })
    showTab('facts')
  }
  const saveText = () => {
    const text = editor.current?.view().text ?? ''
    // With a mark of its encoding, so that Windows' Notepad and older WPS read it rightly.
    download(`${paper?.title || '文稿'}.txt`, new Blob([`\uFEFF${text}`], { type: 'text/plain;charset=utf-8' }))
  }
  const sayItIsSaved = async () => {
    if (await open?.session.flush()) notify('已经存好了。会备会自动保存，不用再按。', { tone: 'good' })
  }

  const exportMeeting = () => askExport(meeting.id, meeting.title, flushOpen)
  useWorkbenchActions(root, editor, {
    'next-finding': () => walk(1),
    'previous-finding': () => walk(-1),
    'export-standard': () => delivery.deliver('docx-standard'),
    'export-podium': () => delivery.deliver('docx-podium'),
    print: () => delivery.deliver('print'),
    'delivery-check': () => delivery.deliver('check'),
    handouts: () => setHandouts(true),
    'read-back': () => setReadingBack(true),
    'export-meeting': exportMeeting,
    save: () => void sayItIsSaved(),
    remark: remarks.write,
    blanks: blanks.open,
    'search-meeting': writing.openSearch,
    'sheet-larger': () => chooseZoom(nextZoom(paperZoom, 1)),
    'sheet-smaller': () => chooseZoom(nextZoom(paperZoom, -1)),
    'sheet-fit': () => chooseZoom(null),
    'focus-mode': writing.toggleFocus,
    'left-pane': () => togglePane('left'),
    'right-pane': () => togglePane('right'),
    meetings: props.onLeave,
    escape: writing.leaveFocus,
  })

  const time = factValue(context, 'meetingTime')
  return (
    <div
      className="workbench"
      ref={root}
      data-left={panes.left}
      data-right={panes.right}
      data-focus={writing.isFocused || undefined}
    >
      <TopBar
        meeting={meeting}
        date={factValue(context, 'meetingDate')}
        time={time && displayValue(definitions.get('meetingTime'), time)}
        paper={open?.session ?? null}
        tools={tools}
        onLeave={props.onLeave}
        onDeliver={delivery.deliver}
        onHandouts={() => setHandouts(true)}
        onReadBack={() => setReadingBack(true)}
        onExportMeeting={exportMeeting}
        onTogglePane={togglePane}
      />
      <div className="workbench-body">
        <nav className="pane pane-left" data-pane="" aria-label="文稿和提纲">
          <PaperList
            papers={meeting.papers}
            current={paperId}
            remark={missing > 0 ? `必备缺 ${missing}` : ''}
            onOpen={onPaper}
            onCreate={(kind) => void papers.create(kind).catch(complain)}
            onImport={() => setImporting({ file: null })}
            onRemove={(id) => void papers.remove(id).catch(complain)}
          />
          <div className="pane-head" data-tour="outline">
            <h2>提纲</h2>
          </div>
          <Outline
            lines={lines}
            current={lines.findLastIndex((line) => line.block >= 0 && line.block <= caretBlock)}
            blocks={checked?.view.blocks.length ?? 0}
            onJump={(line) => jump(line, true)}
            onMove={(block, before) => {
              if (editor.current?.moveBlock(block, before)) checkNow()
            }}
          />
        </nav>
        <main className="workbench-paper" data-pane="editor" ref={desk}>
          {open && paper && (
            <Editor
              ref={attachEditor}
              paperId={paper.id}
              doc={open.doc}
              undoSteps={open.undoSteps}
              factText={factText}
              factDefinitions={pack.facts}
              layout={settings.layout}
              highlights={highlights}
              zoom={paperZoom}
              readOnly={writing.isReadOnly}
              onEdit={writing.edit}
              onRemark={remarks.write}
              menu={writing.menu}
              onChange={(doc) => {
                open.session.change(doc)
                schedule()
              }}
              onPasted={(text) => blanks.look(paper.id, text)}
              onSelection={({ block }) => startTransition(() => setCaretBlock(block))}
              onHighlightClick={([id]) => {
                const index = Number(/^finding-(\d+)$/.exec(id ?? '')?.[1] ?? -1)
                if (index < 0) return
                findings.setCurrent(index)
                showTab('findings')
              }}
              onFactActivate={(key) => {
                setWantedFact({ key })
                showTab('facts')
              }}
            />
          )}
          {blanks.offer}
          {problem && (
            <div className="lone-message">
              <p role="alert">{problem}</p>
              <Button onPress={retry}>再试一次</Button>
            </div>
          )}
          {!paperId && (
            <NoPaper
              onCreate={() => void papers.create('speech').catch(complain)}
              onImport={() => setImporting({ file: null })}
            />
          )}
        </main>
        <PaperPanels
          tab={tab}
          onTab={setTab}
          session={session}
          settings={settings}
          checked={checked}
          paper={open?.session ?? null}
          guides={guides}
          uses={uses}
          onJumpTo={jumpTo}
          remarks={remarks}
          missing={missing}
          openPoint={openPoint}
          onOpenPoint={setOpenPoint}
          findings={findings}
          actions={actions}
          wantedFact={wantedFact}
          currentText={() => editor.current?.view().text ?? ''}
          readText={readText}
          onJump={jump}
          onOpenHit={props.onOpenHit}
          onInsertHit={(hit) => {
            if (!editor.current?.insertParagraph(caretBlock, { text: hit.whole })) return
            remarks.add(sourceText(hit))
            editor.current.focus()
            notify('已插在光标所在段后面，出处记在批注里。', { tone: 'good' })
          }}
          onRestore={async (revision) => {
            if (await rescue?.restore(revision)) notify('已换回那一版，换之前的文稿留在“版本”里。', { tone: 'good' })
          }}
        />
      </div>
      <MeetingConflicts conflicts={conflicts} flush={flushOpen} />
      {open && <SaveTrouble session={open.session} onSaveText={saveText} />}
      <StatusBar
        checked={checked}
        page={pages && { at: pages.pageAt(checked?.view.blocks[caretBlock]?.start ?? 0), of: pages.total }}
        missing={missing}
        zoom={paperZoom}
        onOpenFacts={goToOpenFact}
        onMissing={() => showTab('points')}
        onFindings={() => walk(1)}
      />
      {open && handle && rescue && (
        <PaperDialogs
          key={open.session.paper.id}
          open={open}
          editor={handle}
          delivery={delivery}
          rescue={rescue}
          factText={factText}
          settings={settings}
          readText={readText}
          onJump={(range) => jump(range, true)}
          onRescued={forgetRescued}
        />
      )}
      {open && handle && isReadingBack && (
        <ReadBackSheet open={open} editor={handle} factText={factText} onClose={() => setReadingBack(false)} />
      )}
      {writing.dialog}
      {blanks.dialog}
      {writing.isFocused && (
        <Button look="quiet" size="small" onPress={writing.leaveFocus}>
          退出专心写（Esc）
        </Button>
      )}
      <MeetingSheets
        meeting={meeting}
        settings={settings}
        factText={factText}
        isOpen={hasHandouts}
        flush={flushOpen}
        onClose={() => setHandouts(false)}
      />
      {importing && (
        <ImportDialog
          meetingId={meeting.id}
          file={importing.file}
          onClose={() => setImporting(null)}
          onImported={(imported) => {
            setImporting(null)
            blanks.look(imported.id, null)
            papers.added(imported.id).catch(complain)
          }}
        />
      )}
      {props.isTour && checked && <Tour steps={steps} onEnd={props.onTourEnd} />}
      <FileDrop onFile={(file) => (isMeetingFile(file) ? askImport(file) : setImporting({ file }))} />
    </div>
  )
}
