import { writePaper } from '../../shared/model/paper.ts'
import { paperSchema } from '../../shared/model/schema.ts'

const { node, text } = { node: paperSchema.node.bind(paperSchema), text: paperSchema.text.bind(paperSchema) }

/** A stored paper of a title and paragraphs; 【key】 as the title makes it a fact. */
export function paperBody(title: string, ...paragraphs: string[]): string {
  const fact = /^【([A-Za-z]+)】$/.exec(title)?.[1]
  const titleContent = fact ? [node('fact', { key: fact })] : title ? [text(title)] : []
  return writePaper(
    node('doc', null, [
      node('title', null, titleContent),
      ...(paragraphs.length === 0 ? [''] : paragraphs).map((words) =>
        node('paragraph', null, words ? [text(words)] : []),
      ),
    ]),
  )
}
