import { useMemo } from 'react'
import { displayValue, type FactContext, factValue } from '../../shared/model/facts.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import { FactField } from './FactField.tsx'

interface FactsFormProps {
  context: FactContext
  /** How often each fact stands in the papers, by key. */
  uses?: ReadonlyMap<string, number>
  onChange(key: string, value: string): void
}

/** What a fact shows while it has no value of its own: 柳溪镇党委, or null. */
export function derivedText(context: FactContext, key: string): string | null {
  const { [key]: _own, ...others } = context.values
  const value = factValue({ ...context, values: others as FactValues }, key)
  const definition = context.definitions.find((candidate) => candidate.key === key)
  return value === null ? null : displayValue(definition, value)
}

/** All 会议要素, group by group. Nothing is compulsory. */
export function FactsForm({ context, uses, onChange }: FactsFormProps) {
  const groups = useMemo(() => [...Map.groupBy(context.definitions, (definition) => definition.group)], [context])
  return (
    <>
      {groups.map(([group, definitions]) => {
        const filled = definitions.filter((definition) => factValue(context, definition.key) !== null).length
        return (
          <section key={group} className="facts-group" aria-label={group}>
            <h2 className="group-title">
              {group}
              <small>
                已有 {filled} / {definitions.length}
              </small>
            </h2>
            <div className="facts-fields">
              {definitions.map((definition) => (
                <div key={definition.key} data-fact={definition.key}>
                  <FactField
                    definition={definition}
                    value={context.values[definition.key] ?? ''}
                    derived={derivedText(context, definition.key)}
                    people={context.people}
                    uses={uses?.get(definition.key) ?? 0}
                    onChange={(value) => onChange(definition.key, value)}
                  />
                </div>
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}
