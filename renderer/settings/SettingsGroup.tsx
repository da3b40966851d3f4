import type { ReactNode } from 'react'

interface SettingsGroupProps {
  title: string
  note?: string
  children: ReactNode
}

export function SettingsGroup({ title, note, children }: SettingsGroupProps) {
  return (
    <section className="settings-group" aria-label={title}>
      <h3 className="group-title">
        {title}
        {note && <small>{note}</small>}
      </h3>
      <div className="settings-fields">{children}</div>
    </section>
  )
}
