import type { App } from 'electron'

/**
 * Chromium's own services that would look for the network, off before the program is ready. The program never reaches
 * out; this is the layer that holds when another one fails.
 */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  // No name is ever looked up.
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-pings'],
  [
    'disable-features',
    'Translate,AutofillServerCommunication,NetworkTimeServiceQuerying,OptimizationHints,MediaRouter,DialMediaRouteProvider',
  ],
  // Dates, form controls and the print dialog in Chinese, whatever the system speaks.
  ['lang', 'zh-CN'],
]

export function applySwitches(commandLine: App['commandLine']): void {
  for (const [name, value] of SWITCHES) commandLine.appendSwitch(name, value)
}
