import { readXml } from './xml-reader.ts'

/** What a paragraph style says about structure, its parents' word included. */
export interface ParagraphStyleFacts {
  name: string
  /** 0–8, or null. */
  outline: number | null
  list: { id: string | null; level: number | null } | null
}

interface StyleEntry extends ParagraphStyleFacts {
  parent: string | null
}

/** Named styles of a Word document: id → what it says. */
export class DocxStyles {
  private readonly entries = new Map<string, StyleEntry>()

  /** @param xml word/styles.xml, or null when there is none. */
  constructor(xml: string | null) {
    if (xml !== null) this.read(xml)
  }

  name(id: string | null): string {
    return (id === null ? undefined : this.entries.get(id)?.name) ?? ''
  }

  facts(id: string | null): ParagraphStyleFacts {
    const facts: ParagraphStyleFacts = { name: this.name(id), outline: null, list: null }
    const seen = new Set<string>()
    for (let next = id; next !== null && !seen.has(next); ) {
      seen.add(next)
      const entry = this.entries.get(next)
      facts.outline ??= entry?.outline ?? null
      facts.list ??= entry?.list ?? null
      next = entry?.parent ?? null
    }
    return facts
  }

  private read(xml: string): void {
    let entry: StyleEntry | null = null
    readXml(xml, {
      open: (name, attribute) => {
        const value = attribute('w:val') ?? ''
        if (name === 'w:style') {
          entry = { name: '', outline: null, list: null, parent: null }
          this.entries.set(attribute('w:styleId') ?? '', entry)
        } else if (!entry) return
        else if (name === 'w:name') entry.name = value
        else if (name === 'w:basedOn') entry.parent = value
        else if (name === 'w:outlineLvl') entry.outline = Number(value)
        else if (name === 'w:numPr') entry.list = { id: null, level: null }
        else if (name === 'w:numId' && entry.list) entry.list.id = value
        else if (name === 'w:ilvl' && entry.list) entry.list.level = Number(value)
      },
      close: (name) => {
        if (name === 'w:style') entry = null
      },
    })
  }
}
