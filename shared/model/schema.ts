import { type MarkSpec, type Node, type NodeSpec, Schema } from 'prosemirror-model'
import type { Remark } from './remarks.ts'

export type { Node as PaperNode } from 'prosemirror-model'

/** How a heading counts: 一、（一）1.（1） by level, or 一要 / 一是 / 第一， inside running text. */
export const NUMBER_FORMS = ['number', 'yao', 'shi', 'di'] as const
export type NumberForm = (typeof NUMBER_FORMS)[number]

/**
 * - `level` 1–4: 一、（一）1.（1） (GB/T 9704-2012, 7.3.3).
 * - `form`: see {@link NumberForm}.
 * - `restart`: counting begins again at one here.
 * - `fixedMarker`: a marker that stands in the text as somebody wrote it (an imported paper whose numbering is
 *   faulty or in another style). Null: the program counts.
 */
export interface HeadingAttributes {
  level: number
  form: NumberForm
  restart: boolean
  fixedMarker: string | null
}

export const BYLINE_ROLES = ['date', 'speaker', 'note'] as const
export type BylineRole = (typeof BYLINE_ROLES)[number]

const inline = 'inline*'
const about = { hint: { default: null as string | null }, remarks: { default: null as readonly Remark[] | null } }

/** DOM elements as the schema's parse rules meet them; the renderer's real ones fit, and so does a headless parser. */
interface Element {
  getAttribute(name: string): string | null
}

const nodes = {
  doc: { content: 'title byline* salutation? block+ closing*' },
  title: {
    content: inline,
    attrs: about,
    defining: true,
    toDOM: () => ['h1', { class: 'paper-title' }, 0],
    parseDOM: [{ tag: 'h1.paper-title' }],
  },
  byline: {
    content: inline,
    attrs: { role: { default: 'note' as BylineRole }, ...about },
    defining: true,
    toDOM: (node: Node) => ['p', { class: 'paper-byline', 'data-role': node.attrs.role }, 0],
    parseDOM: [{ tag: 'p.paper-byline', getAttrs: (dom: Element) => ({ role: dom.getAttribute('data-role') }) }],
  },
  salutation: {
    content: inline,
    attrs: about,
    defining: true,
    toDOM: () => ['p', { class: 'paper-salutation' }, 0],
    parseDOM: [{ tag: 'p.paper-salutation' }],
  },
  paragraph: {
    content: inline,
    group: 'block',
    attrs: about,
    toDOM: () => ['p', 0],
    parseDOM: [{ tag: 'p' }],
  },
  heading: {
    content: inline,
    group: 'block',
    attrs: {
      level: { default: 1 },
      form: { default: 'number' as NumberForm },
      restart: { default: false },
      fixedMarker: { default: null as string | null },
      ...about,
    },
    defining: true,
    toDOM: (node: Node) => [
      'p',
      {
        class: `paper-heading paper-heading-${node.attrs.level}`,
        'data-level': String(node.attrs.level),
        'data-form': node.attrs.form,
        ...(node.attrs.restart ? { 'data-restart': '' } : {}),
        ...(node.attrs.fixedMarker === null ? {} : { 'data-fixed-marker': node.attrs.fixedMarker }),
      },
      0,
    ],
    parseDOM: [
      {
        tag: 'p.paper-heading',
        priority: 60,
        getAttrs: (dom: Element) => ({
          level: Number(dom.getAttribute('data-level') ?? 1),
          form: dom.getAttribute('data-form') ?? 'number',
          restart: dom.getAttribute('data-restart') !== null,
          fixedMarker: dom.getAttribute('data-fixed-marker'),
        }),
      },
    ],
  },
  closing: {
    content: inline,
    attrs: about,
    toDOM: () => ['p', { class: 'paper-closing' }, 0],
    parseDOM: [{ tag: 'p.paper-closing', priority: 60 }],
  },
  text: { group: 'inline' },
  /** 会议要素 by its key; what it shows comes from the meeting, so one change reaches every paper. */
  fact: {
    group: 'inline',
    inline: true,
    atom: true,
    attrs: { key: {} },
    toDOM: (node: Node) => ['span', { class: 'paper-fact', 'data-fact': node.attrs.key }],
    parseDOM: [{ tag: 'span[data-fact]', getAttrs: (dom: Element) => ({ key: dom.getAttribute('data-fact') }) }],
  },
  /** A line break inside a long title (trapezium or diamond form, GB/T 9704-2012, 7.3.1). */
  line_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    toDOM: () => ['br'],
    parseDOM: [{ tag: 'br' }],
  },
} as unknown as Record<string, NodeSpec>

/**
 * One document per paper. The order of the sections is part of the schema, so that an illegal paper cannot arise:
 * title, by-lines (date, speaker), salutation, headings and paragraphs in any order, closing.
 * Paragraph `hint`: what to write here, shown only while the paragraph is empty; never printed, exported or checked.
 * `remarks`: 批注 on a paragraph, see remarks.ts; they move with it, and never leave the program.
 */
export const paperSchema = new Schema({ nodes, marks: {} as Record<string, MarkSpec> })
