import { useMemo } from 'react'
import { displayValue, type FactContext, type FactDefinition, factValue } from '../../shared/model/facts.ts'
import type { FactValues } from '../../shared/model/meeting.ts'
import { FactField } from './FactField.tsx'
import { type FactUse, FactUses } from './FactUses.tsx'

interface FactsFormProps {
  context: FactContext
  /** Where each fact stands in the papers, by key. */
  uses?: ReadonlyMap<string, readonly FactUse[]>
  onJump?(use: FactUse): void
  onChange(key: string, value: string): void
}

/** What a fact shows while it has no value of its own: 柳溪镇党委, or null. */
export function derivedText(context: FactContext, key: string): string | null {
  const { [key]: _own, ...others } = context.values
  const value = factValue({ ...context, values: others as FactValues }, key)
  const definition = context.definitions.find((candidate) => candidate.key === key)
  return value === null ? null : displayValue(definition, value)
}

function shownText(context: FactContext, definition: FactDefinition): string {
  const value = factValue(context, definition.key)
  return value === null ? `【${definition.label}】` : displayValue(definition, value)
}

/** All 会议要素, group by group. Nothing is compulsory. */
export function FactsForm({ context, uses, onJump, onChange }: FactsFormProps) {
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
                    onChange={(value) => onChange(definition.key, value)}
                  />
                  {uses && onJump && (
                    <FactUses
                      label={definition.label}
                      uses={uses.get(definition.key) ?? []}
                      text={shownText(context, definition)}
                      onJump={onJump}
                    />
                  )}
                </div>
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}
