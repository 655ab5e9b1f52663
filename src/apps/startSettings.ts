import { failAll, type Outcome, ok } from '../base/outcome.ts'
import { type Problem, problem } from '../base/problem.ts'
import { type AppSettings, readAppSettings } from './appSettings.ts'
import { readSettings, type Settings } from './web/settings.ts'
import { type Env, misspelled, readAdapterSettings } from './wireSettings.ts'

export interface StartSettings {
  readonly web: Settings
  readonly app: AppSettings
  /** This process works on jobs too. */
  readonly workers: boolean
  /** Names that look like settings and are none. */
  readonly odd: readonly Problem[]
}

/** Everything that is set, read once and judged together: whoever starts the service sees all that is wrong at once. */
export function readStartSettings(env: Env): Outcome<StartSettings> {
  const web = readSettings(env)
  const app = readAppSettings(env)
  const adapters = readAdapterSettings(env)
  const workers = env.WORKERS || 'on'
  const wrong = [
    ...(web.ok ? [] : web.problems),
    ...(app.ok ? [] : app.problems),
    ...(adapters.ok ? [] : adapters.problems),
    ...(workers === 'on' || workers === 'off'
      ? []
      : [problem('setting-invalid', 'WORKERS', 'The value must be "on" or "off".', 'Correct this setting or leave it out.')]),
  ]
  if (web.ok && app.ok && !wrong.length)
    return ok({ web: web.value, app: app.value, workers: workers === 'on', odd: misspelled(env) })
  return failAll([...wrong, ...misspelled(env)])
}
