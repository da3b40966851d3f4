import { randomUUID } from 'node:crypto'
import { checkerFor } from '../../shared/checks/checker.ts'
import type { CommandInput, CommandOutput } from '../../shared/contract/commands.ts'
import { Failure } from '../../shared/contract/failures.ts'
import { FILE_ENDING, type TransferConflict, type TransferPreview } from '../../shared/contract/transfer-commands.ts'
import { decide, type Open, openPlaces } from '../../shared/merge/conflicts.ts'
import { isKnown, type Memory, sendOut, type Taken, takeIn } from '../../shared/merge/exchange.ts'
import { fromState, paperBody } from '../../shared/merge/from-state.ts'
import type { Here } from '../../shared/merge/here.ts'
import { emptyState, sameTable, tableOf } from '../../shared/merge/state.ts'
import { toState } from '../../shared/merge/to-state.ts'
import { type Clues, cluesSchema } from '../../shared/model/rectification/clues.ts'
import { builtInPack, type Pack } from '../../shared/packs/pack.ts'
import { LARGEST_PACK, readPack } from '../../shared/packs/read-pack.ts'
import { allMigrations } from '../store/migrations/all-migrations.ts'
import { runJob } from '../store/run-job.ts'
import { digestOf, type MeetingPackage } from '../transfer/meeting-package.ts'
import { programVersion } from './host.ts'
import { keepVersion } from './revisions.ts'
import type { Handlers, ServiceContext } from './service-context.ts'
import { readSettings } from './settings.ts'
import { findMeeting, meetingFactText } from './stored-meetings.ts'
import { readContent, type Written, writeContent } from './transfer/content.ts'
import { mayBeOpen, readMemory, writeMemory } from './transfer/memory.ts'
import { conflictShown } from './transfer/places.ts'
import { previewLines } from './transfer/preview.ts'

type Commands = 'transfer.export' | 'transfer.open' | 'transfer.take' | 'transfer.conflicts' | 'transfer.decide'

interface Opened {
  source: string
  fileName: string
  content: MeetingPackage
  /** Whether the library was backed up for it: once is enough when the import is tried again. */
  isBackedUp: boolean
  /** The rule pack that came along, where it can be used and is not in use here. */
  pack: Pack | null
}

/** 导出会议 and 导入会议: one meeting as one file, merged with what somebody else wrote meanwhile. */
export function transferService(context: ServiceContext): Handlers<Commands> {
  const { library, emit } = context
  let opened: Opened | null = null

  const announce = (meetingId: string, { papers, isMeetingChanged, isLedgerChanged }: Written) => {
    const meeting = library.meetings.get(meetingId)
    if (meeting && isMeetingChanged)
      emit({ name: 'meeting.changed', data: { id: meetingId, revision: meeting.revision } })
    for (const id of papers) {
      const paper = library.papers.get(id)
      if (paper) emit({ name: 'paper.changed', data: { id, meetingId, revision: paper.revision } })
    }
    if (isLedgerChanged)
      emit({ name: 'ledger.changed', data: { meetingId, revision: library.sheets.revision(meetingId) } })
  }

  /** What an import would do, or does when it is written. */
  const taking = (content: MeetingPackage) => {
    const { meetingId } = content.head
    const memory = readMemory(context, meetingId)
    const before = readContent(context, meetingId)
    return { meetingId, memory, before, taken: takeIn(memory, before, content.parcel, digestOf, () => randomUUID()) }
  }

  const shownConflicts = (meetingId: string, here: Here): TransferConflict[] => {
    const factText = meetingFactText(context, meetingId)
    const title = (paperId: string) => library.papers.get(paperId)?.title ?? ''
    const open = openPlaces(here).map((one) => conflictShown(here, one, factText, title))
    return open.sort((a, b) => Number(a.paperId === null) - Number(b.paperId === null))
  }

  return {
    async 'transfer.export'(input) {
      const content = library.write(() => packUp(context, input))
      const { writePackage } = await import('../transfer/write-package.ts')
      const plain = writePackage(content)
      const { password } = input
      const bytes = password === null ? plain : await runJob('sealBytes', { bytes: plain, password })
      const { exportFileName } = await import('../docx/file-name.ts')
      const title = `${content.head.title} ${content.head.made.slice(0, 10)}`
      const fileName = exportFileName({ title, layout: 'standard', date: content.head.made, ending: FILE_ENDING })
      return { fileName, bytes: Buffer.from(bytes).toString('base64') }
    },

    async 'transfer.open'({ fileName, bytes, password }) {
      const { readPackage } = await import('../transfer/read-package.ts')
      const { isSealed } = await import('../store/sealed-file.ts')
      const file = Buffer.from(bytes, 'base64')
      if (isSealed(file) && password === null) throw new Failure('wrong-password')
      const plain = isSealed(file) ? await runJob('openBytes', { bytes: file, password: password ?? '' }) : file
      const content = readPackage(plain)
      opened = { source: randomUUID(), fileName, content, isBackedUp: false, pack: usablePack(context, content.pack) }
      return previewOf(context, opened, taking(content))
    },

    async 'transfer.take'({ source, withClues, withPack }) {
      const chosen = opened
      if (chosen?.source !== source) throw new Failure('not-found', '这个会议文件已经关上了，请再打开一次。')
      // Beside the transaction: it makes nobody wait, and nothing of it is lost when the import fails.
      if (!chosen.isBackedUp) await library.backUp('import')
      chosen.isBackedUp = true
      const { content, pack, fileName } = chosen
      const result = library.write(() => {
        const { meetingId, memory, before, taken } = taking(content)
        const written =
          isKnown(memory, content.parcel) && before ? nothingWritten : put(context, content, taken, memory)
        const isBack = library.meetings.get(meetingId)?.removed !== null
        if (isBack) library.meetings.setRemoved(meetingId, false)
        if (withClues && content.clues) putClues(context, meetingId, content.clues)
        if (withPack && pack && content.pack !== null) putPack(context, content.pack, fileName)
        const conflicts = openPlaces(taken.merged).length
        // Whoever has the meeting open asks again what is to be decided.
        return { meetingId, conflicts, written: { ...written, isMeetingChanged: true } }
      })
      announce(result.meetingId, result.written)
      if (withClues && content.clues)
        emit({
          name: 'ledger.changed',
          data: { meetingId: result.meetingId, revision: library.sheets.revision(result.meetingId) },
        })
      if (withPack && pack) emit({ name: 'pack.changed', data: {} })
      return { meetingId: result.meetingId, conflicts: result.conflicts, absent: [...content.absent] }
    },

    'transfer.conflicts'({ meetingId }) {
      findMeeting(context, meetingId)
      if (!mayBeOpen(context, meetingId)) return []
      return shownConflicts(meetingId, present(context, meetingId, 'here').here)
    },

    'transfer.decide'({ meetingId, conflictId, keep, index }) {
      const { here, written } = library.write(() => {
        findMeeting(context, meetingId)
        const { memory, content, here: now } = present(context, meetingId, 'here')
        const place = openPlaces(now).find(({ id }) => id === conflictId)
        if (!place) throw new Failure('conflict')
        if (keep === 'both' && !place.canKeepBoth) throw new Failure('invalid-input', '这一处只能留一个。')
        if (keep === 'theirs' && place.field !== null && index >= place.theirs.length)
          throw new Failure('invalid-input')
        const decided = decide(now, place, { keep, index })
        const after = fromState(decided)
        const changes = writeContent(context, meetingId, content, after)
        noteInHistory(context, meetingId, place, keep)
        writeMemory(context, meetingId, memory, { ...memory, here: decided })
        return { here: decided, written: changes }
      })
      announce(meetingId, written)
      return shownConflicts(meetingId, here)
    },
  }
}

const nothingWritten: Written = { papers: [], isMeetingChanged: false, isLedgerChanged: false }

/** A meeting as it stands, followed from what was last known of it. */
function present(context: ServiceContext, meetingId: string, reach: 'all' | 'here') {
  const memory = readMemory(context, meetingId, reach)
  const content = readContent(context, meetingId)
  if (!content) throw new Failure('not-found')
  return { memory, content, here: toState(content, memory.here) }
}

/** Within a transaction. What goes out is pinned: as a version of every paper, and as the state to merge with later. */
function packUp(context: ServiceContext, input: CommandInput<'transfer.export'>): MeetingPackage {
  const { library, clock } = context
  const { meetingId, withClues, absent = [] } = input
  const { title } = findMeeting(context, meetingId)
  const { memory, content } = present(context, meetingId, 'all')
  const sent = sendOut(memory, content, digestOf)
  for (const { id } of content.papers) pin(context, id, '导出会议')
  writeMemory(context, meetingId, memory, sent.memory)
  const { settings } = readSettings(context)
  const pack = JSON.stringify(context.pack)
  return {
    head: {
      schema: allMigrations.at(-1)?.version ?? 0,
      program: programVersion,
      madeBy: [settings.officeName, settings.userName].filter(Boolean).join(' '),
      made: clock().toISOString(),
      meetingId,
      title,
    },
    parcel: sent.parcel,
    versions: library.travelling.versions(meetingId),
    history: library.travelling.history(meetingId),
    absent,
    clues: withClues ? storedClues(context, meetingId) : null,
    pack: pack === JSON.stringify(builtInPack) ? null : pack,
  }
}

/** Keeps the present text of a paper under a name, unless it stands under one already. */
function pin(context: ServiceContext, paperId: string, name: string): void {
  const paper = context.library.papers.get(paperId)
  const newest = context.library.revisions.newest(paperId)
  if (!paper || (newest?.name && newest.body === paper.body)) return
  keepVersion(context, paper, name, context.clock().toISOString())
}

function storedClues({ library }: ServiceContext, meetingId: string): Clues {
  return cluesSchema.parse(JSON.parse(library.sheets.get(meetingId, 'clues') ?? '[]'))
}

function putClues({ library }: ServiceContext, meetingId: string, clues: Clues): void {
  library.sheets.put(meetingId, 'clues', JSON.stringify(clues))
  library.sheets.raise(meetingId, library.sheets.revision(meetingId))
}

function putPack({ library, clock }: ServiceContext, text: string, fileName: string): void {
  library.pack.save(library.pack.get().revision, JSON.stringify({ text, fileName, on: clock().toISOString() }))
}

/** Null where it is in use here already, or this program cannot use it. */
function usablePack(context: ServiceContext, text: string | null): Pack | null {
  if (text === null || text.length > LARGEST_PACK || text === JSON.stringify(context.pack)) return null
  try {
    const pack = readPack(text)
    checkerFor(pack)
    return pack
  } catch (error) {
    context.log('rule pack of a meeting file not usable', error)
    return null
  }
}

/** Within a transaction: the meeting merged, its versions and its history; the texts of both sides are pinned first. */
function put(context: ServiceContext, content: MeetingPackage, taken: Taken, memory: Memory): Written {
  const { library } = context
  const { meetingId } = content.head
  const before = readContent(context, meetingId)
  const after = fromState(taken.merged)
  for (const { id, body } of before?.papers ?? []) {
    const next = after.papers.find((paper) => paper.id === id)
    if (next?.body !== body) pin(context, id, '导入会议之前')
  }
  const written = writeContent(context, meetingId, before, after)
  const named = (paperId: string) => taken.renamed.get(paperId) ?? paperId
  for (const version of content.versions)
    addVersion(context, meetingId, { ...version, paperId: named(version.paperId) })
  for (const line of content.history)
    if (library.travelling.ownerOf('ledger_history', line.id) === null) library.travelling.addLine(meetingId, line)
  if (before) pinTheirs(context, content, taken)
  writeMemory(context, meetingId, memory, taken.memory)
  return written
}

/** Where both wrote on a paper, the text that came in stays readable as a whole. */
function pinTheirs(context: ServiceContext, { head }: MeetingPackage, { base, theirs, renamed }: Taken): void {
  const beside = new Set(renamed.values())
  for (const paperId of Object.keys(tableOf(theirs, 'papers'))) {
    const blocks = `blocks:${paperId}`
    if (beside.has(paperId) || sameTable(tableOf(base ?? emptyState, blocks), tableOf(theirs, blocks))) continue
    const paper = context.library.papers.get(paperId)
    const body = paperBody({ state: theirs, shown: {} }, paperId)
    if (!paper || paper.body === body) continue
    const name = `导入的稿子${head.madeBy ? `（${head.madeBy}）` : ''}`
    keepVersion(context, { ...paper, body }, name, head.made)
  }
}

function addVersion({ library }: ServiceContext, meetingId: string, version: MeetingPackage['versions'][number]): void {
  const { travelling } = library
  if (travelling.ownerOf('revisions', version.id) !== null) return
  if (travelling.ownerOf('papers', version.paperId) === meetingId) travelling.addVersion(version)
}

function noteInHistory(
  context: ServiceContext,
  meetingId: string,
  place: Open,
  keep: 'ours' | 'theirs' | 'both',
): void {
  const [kind = '', owner] = place.table.split(':')
  const problemId = kind === 'problems' ? place.row : kind === 'measures' ? owner : undefined
  if (problemId === undefined) return
  const what = `导入后两边不一样的一处，${{ ours: '留用这里的', theirs: '换成导入的', both: '两边都留' }[keep]}`
  const { settings } = readSettings(context)
  context.library.history.add(meetingId, settings.userName, [{ problemId, what, reason: '' }])
}

function previewOf(
  context: ServiceContext,
  { source, content, pack }: Opened,
  { meetingId, memory, before, taken }: { meetingId: string; memory: Memory; before: unknown; taken: Taken },
): TransferPreview {
  const { library } = context
  const { head, parcel, versions, clues } = content
  const isRemoved = (library.meetings.get(meetingId)?.removed ?? null) !== null
  const isHere = before !== null && isKnown(memory, parcel)
  const lines: CommandOutput<'transfer.open'>['lines'] = isHere ? [] : previewLines(context, taken)
  const newVersions = isHere
    ? 0
    : versions.filter(({ id }) => library.travelling.ownerOf('revisions', id) === null).length
  if (newVersions > 0)
    lines.push({
      what: 'versions',
      name: '',
      state: before ? 'theirs' : 'new',
      detail: `${newVersions} 个`,
      conflicts: 0,
    })
  const isSame = lines.every(({ state }) => state === 'same' || state === 'ours')
  return {
    source,
    meetingId,
    title: head.title,
    madeBy: head.madeBy,
    made: head.made,
    programVersion: head.program,
    state: before === null ? 'new' : isSame ? 'same' : 'changed',
    isRemoved,
    lines,
    hasClues: clues !== null,
    pack: pack && { name: pack.name, version: pack.version },
  }
}
