import { expect, it } from 'vitest'
import { unitsOf } from '../../../../renderer/ledger/units-of.ts'
import { emptyProblem } from '../../../../shared/model/rectification/ledger.ts'
import { measureOf } from '../../shared/model/rectification/rectification-arbitraries.ts'

it('offers the units of the roster, then those of the ledger by use, each once', () => {
  const measures = [
    measureOf({ leadUnit: '镇水务站', cooperatingUnits: '镇财政所、镇纪委' }),
    measureOf({ leadUnit: '镇财政所' }),
  ]
  const people = [
    { organization: '柳溪镇' },
    { organization: '' },
    { organization: '镇纪委' },
    { organization: '柳溪镇' },
  ]
  expect(unitsOf(people, [{ ...emptyProblem, id: '', measures }])).toEqual(['柳溪镇', '镇纪委', '镇财政所', '镇水务站'])
})
