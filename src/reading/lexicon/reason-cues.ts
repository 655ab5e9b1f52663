import type { ReasonCategory } from '../denial.ts'

export interface ReasonCue {
  readonly category: ReasonCategory
  /** Record in `knowledge/reasons` that fits best. */
  readonly reasonId: string
  /** On lower-case text of one sentence. */
  readonly cue: RegExp
  /** The sentence must also say this. */
  readonly and?: RegExp
  /** The sentence must not say this. */
  readonly unless?: RegExp
  /** Counts only where no other cue of the sentence does. */
  readonly weak?: true
}

const NOT = String.raw`(?:not|no|n['’]t|never|without|lack(?:s|ed|ing)?|fail(?:s|ed|ure)?(?: to)?|insufficient|absence|absent|missing|nor|unable)`
const NEGATIVE = new RegExp(String.raw`\b(?:${NOT}|must|requires?|required|before|first|prior to|need(?:s|ed)?)\b|n['’]t\b`)

/** What letters say when they give a reason. One line, one way of saying it. */
export const REASON_CUES: readonly ReasonCue[] = [
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\b(?:not|n['’]t)\s+(?:\w+\s+){0,3}?(?:medically|clinically)\s+(?:necessary|appropriate|indicated|needed|required)/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\b(?:not|n['’]t)\s+(?:\w+\s+){0,2}?(?:meet|met|satisf\w+|support\w*|establish\w*|demonstrat\w+|show\w*|justif\w+|substantiat\w+)\b[^.]{0,70}\b(?:medical(?:ly)?\s+necess\w+|(?:medical|clinical|coverage|review|plan['’]s|our|the|these|all|required|level of care|admission|inpatient|prior authorization|policy)\s+(?:\w+\s+){0,3}?(?:criteri\w+|guidelines?))/,
    unless: /formulary|step[- ]therapy|filing/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bmedical(?:ly)?\s+necess(?:ity|ary)\b[^.]{0,40}\b(?:not|n['’]t)\s+(?:\w+\s+)?(?:met|established|supported|demonstrated|shown|substantiated|documented)|\black(?:s|ed)?\s+(?:of\s+)?medical\s+necessity|necessity\s+questioned|\bno\s+medical\s+(?:need|necessity)/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bnot\s+deemed\s+(?:to\s+be\s+)?(?:an?\s+)?["'‘’“”]?\s*medical(?:ly)?\s+necess|\b(?:less|least)\s+(?:costly|expensive|intensive)\s+(?:treatment|alternative|service|option|care|setting)|\b(?:hours?|visits?|days?|units?|sessions?|amount|level)\b[^.]{0,40}\bis\s+(?:what\s+is\s+|all\s+that\s+is\s+)?medically\s+necessary|\bmore\s+than\s+(?:is|what\s+is|the\s+amount\s+that\s+is)\s+medically\s+necessary/,
    unless: /\bnot\s+(?:consider|covered)\b.*\bonly\b/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bno\s+(?:es|son|fue|era|se\s+considera)\s+(?:\w+\s+)?m[ée]dicamente\s+necesari|\bfalta\s+de\s+necesidad\s+m[ée]dica/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bcriteri(?:a|on)\s+(?:\w+\s+){0,4}?(?:(?:was|were|is|are|has|have|had)\s+)?(?:not\s+(?:been\s+)?(?:met|satisfied)|unmet)/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bdo(?:es)?\s+not\s+(?:show|indicate|support|demonstrate)\s+(?:that\s+)?(?:the\s+|a\s+)?(?:member|patient|you|enrollee|need)\b[^.]{0,30}\b(?:requires?|needs?|for\b|meets?)/,
    unless: /tried|failed|conservative|\blimit\b/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'medical_necessity',
    cue: /\bnot\s+(?:\w+\s+){0,2}?(?:meet|met|satisf\w+|fit)\b[^.]{0,30}\bdefinition\s+of\s+(?:an?\s+)?(?:medical\s+)?(?:emergency|medically)|\bnot\s+(?:an?\s+)?(?:true\s+|medical\s+)?emergenc|\bnon-?emergen/,
    unless: /authori[sz]ation/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'concurrent_review_stop',
    cue: /\bno\s+longer\s+(?:\w+\s+){0,2}?(?:medically\s+necessary|needs?|requires?|meets?|necessary)/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'level_of_care',
    cue: /\b(?:lower|less\s+(?:intensive|restrictive))\s+level\s+of\s+care|\bcould\s+(?:\w+\s+){0,3}(?:safely\s+)?(?:be\s+)?(?:treated|managed|provided|received)\b[^.]{0,40}\b(?:outpatient|home|lower|less)|\b(?:not|n['’]t)\s+meet\b[^.]{0,40}\b(?:inpatient|level[- ]of[- ]care|admission)/,
  },
  {
    category: 'conservative_treatment_not_tried',
    reasonId: 'medical_necessity',
    cue: /\b(?:conservative|non-?surgical|non-?operative)(?:,?\s+[\w-]+){0,3}?\s+(?:treatments?|therap\w+|management|care|measures)/,
    and: NEGATIVE,
  },
  {
    category: 'conservative_treatment_not_tried',
    reasonId: 'medical_necessity',
    cue: /\b(?:physical\s+therapy|home\s+exercise)\b[^.]{0,80}\b(?:not|before|first|prior)|\b(?:no|without|lack of|not\s+\w+)\b[^.]{0,60}\b(?:weeks|months)\s+of\s+(?:physical\s+therapy|exercise|home\s+exercise|non-?operative|nonsurgical)|\b(?:not|no|without|n['’]t|lack)\b[^.]{0,60}\b(?:complet\w+|course\s+of|trial\s+of|participat\w+|tried|attempted)\b[^.]{0,40}\b(?:physical\s+therapy|home\s+exercise|exercise\s+program|chiropractic|bracing|activity\s+modification)/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\bstep[- ]therapy|\bfail[- ]first|\bstep\s+edit|\bterapia\s+escalonada/,
    unless: /\bexception\b(?![^.]*denied)/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\b(?:tried|try|trial)\b[^.]{0,40}\b(?:failed|failure|inadequate|intoleran\w+)|\binadequate\s+response\s+to|\btherap\w+\s+(?:was|were)\s+tried\s+and\s+failed/,
    and: NEGATIVE,
    unless: /conservative|physical therapy/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\b(?:must|required\s+to|need\s+to|has\s+not|have\s+not|had\s+not|not\s+(?:yet\s+)?)\s*(?:first\s+)?(?:try|tried|use|used|fail|failed)\b[^.]{0,80}\b(?:drugs?|medic\w+|alternatives?|generic|preferred|formulary|agents?|therap\w+|products?|biosimilars?|metformin|methotrexate|dmard)/,
    unless: /conservative|physical therapy|lower level/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\b(?:must|required?s?|needs?|requires?)\b[^.]{0,40}\bfirst\s+(?:try|use|fail|be\s+tried)|\bfirst\s+(?:try|use|fail)\b[^.]{0,80}\bbefore|\bpreferred\s+(?:\w+\s+)?(?:drugs?|medic\w+|agents?|products?|alternatives?|therap\w+)\b[^.]{0,60}\b(?:must|need\s+to|have\s+to|should)\s+be\s+(?:tried|used)/,
    unless: /conservative|physical therapy|surg|network|authori[sz]ation/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\b(?:requires?|must|needs?\s+to)\b[^.]{0,30}\b(?:try|tries|use|a\s+trial\s+of|trials\s+of)\b[^.]{0,160}\bfirst\b/,
    unless: /conservative|physical therapy|surg|network|authori[sz]ation/,
  },
  {
    category: 'step_therapy',
    reasonId: 'step_therapy',
    cue: /\b(?:must|required)\b[^.]{0,60}\bbefore\s+(?:we\s+(?:can\s+|will\s+)?)?(?:cover|approv|starting|initiating)/,
    unless: /authorization|conservative/,
  },
  {
    category: 'non_formulary_or_tier',
    reasonId: 'non_formulary',
    cue: /\bnon-?formulary|\b(?:not|n['’]t)\s+(?:included\s+|listed\s+|covered\s+)?(?:on|in|by|part\s+of)\s+(?:\w+\s+){0,4}?(?:formulary|drug\s+list|pdl|preferred\s+(?:drug|product)\s+list)/,
  },
  {
    category: 'non_formulary_or_tier',
    reasonId: 'non_formulary',
    cue: /\bformulary\s+(?:alternatives?|exception|drugs?|options?)|\bpreferred\s+formulary/,
    and: NEGATIVE,
  },
  {
    category: 'non_formulary_or_tier',
    reasonId: 'brand_generic_biosimilar',
    cue: /\bnon-?preferred\s+(?:drug|brand|medication|product|tier)|\btier(?:ing)?\s+exception/,
    unless: /\bstep[- ]therapy|\bmust\s+first/,
  },
  {
    category: 'insufficient_documentation',
    reasonId: 'missing_information',
    cue: /\b(?:insufficient|incomplete|inadequate|missing|not\s+enough)\s+(?:\w+\s+){0,2}?(?:information|documentation|records?|notes?|data)\b/,
    unless: /\bmedically\s+necessary|not\s+demonstrate|\bmake sure/,
  },
  {
    category: 'insufficient_documentation',
    reasonId: 'missing_information',
    cue: /\b(?:did|do|does|have|has|had)\s+not\s+(?:also\s+)?(?:receive|include|contain|document|provide|submit|send|sent|received|provided|submitted)\w*\b/,
    and: /\b(?:information|documentation|documents?|records?|notes?|objective|recent|results?|labs?|history|request|evaluation|imaging|report)\b/,
    unless:
      /\bconservative|\bnot\s+receive\s+(?:your\s+)?(?:appeal|payment)|prior\s+authori[sz]ation|receive\s+a\s+(?:\w+\s+)?request|tried|authori[sz]ation\s+request/,
  },
  {
    category: 'insufficient_documentation',
    reasonId: 'missing_information',
    cue: /\b(?:records?|information|documentation|notes)\b[^.]{0,40}\b(?:was|were|has|have)\s+(?:not\s+(?:been\s+)?(?:received|provided|submitted|included|sent)|never|missing|requested\s+but)/,
  },
  {
    category: 'insufficient_documentation',
    reasonId: 'missing_information',
    cue: /\b(?:additional|more|further|requested|other)\s*(?:clinical\s+|medical\s+)?(?:information|documentation|records)\s+(?:is|are|was|were)\s+(?:needed|required|necessary|not)|\battachment\/other\s+documentation|\bunable\s+to\s+(?:determine|complete|establish)\b[^.]{0,80}\b(?:information|documentation|records|submitted)|\bmissing\s+patient\s+medical\s+record/,
  },
  {
    category: 'experimental_investigational',
    reasonId: 'experimental_investigational',
    cue: /\b(?:experimental|investigational|unproven|experimentales?|en\s+investigaci[óo]n)\b/,
    unless: /\bnot\s+(?:considered\s+)?(?:experimental|investigational)/,
  },
  {
    category: 'experimental_investigational',
    reasonId: 'experimental_investigational',
    cue: /\b(?:not|n['’]t)\s+(?:been\s+)?(?:proven|shown|established|demonstrated)\b[^.]{0,40}\b(?:safe|effective|efficacy|clinical\s+benefit|health\s+outcomes?)/,
  },
  {
    category: 'prior_authorization_missing',
    reasonId: 'prior_auth_absent',
    cue: /\b(?:prior\s+|pre-?|advance\s+)?(?:authori[sz]ation|auth|approval|pre-?cert(?:ification)?|pre-?authori[sz]ation|notification|referral)\b[^.]{0,30}?\b(?:not|never|n['’]t)\s+(?:\w+\s+)?(?:obtained|requested|on\s+file|received|given|secured|in\s+place|approved\s+before|sought|present)/,
  },
  {
    category: 'prior_authorization_missing',
    reasonId: 'prior_auth_absent',
    cue: /\b(?:no|without(?:\s+an?)?|lack(?:ed|s)?(?:\s+of)?|absence\s+of|missing|absent)\s+(?:the\s+|such\s+)?(?:required\s+|valid\s+|approved\s+)?(?:prior\s+|pre-?|advance\s+)?(?:auth(?:ori[sz]ation)?|pre-?cert(?:ification)?|pre-?authori[sz]ation)\b|\b(?:pre-?certification|authori[sz]ation|notification)(?:\/\w+)*\s+absent|\bnot\s+(?:prior|pre)[- ]?authori[sz]ed|\bfail(?:ed|ure)\s+to\s+(?:obtain|get|request|secure)\b[^.]{0,30}\b(?:auth|approval|pre-?cert)/,
  },
  {
    category: 'out_of_network',
    reasonId: 'out_of_network',
    cue: /\bout[- ]of[- ]network|\boon\b|\bnon-?(?:participating|contracted|network)\b|\b(?:not|n['’]t)\s+(?:an?\s+)?(?:participating|in[- ]network|contracted|network\s+provider|(?:in|part\s+of|within)\s+(?:our|the|your)\s+(?:\w+\s+){0,2}network)|\bdoes\s+not\s+participate|\bnot\s+provided\s+by\s+network/,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'duplicate_therapy',
    cue: /\b(?:duplicate|duplicative|duplication\s+of|duplicating)\s+(?:drug\s+)?therap|\btherapeutic(?:ally)?\s+duplicat|\bduplicat\w+\s+(?:of\s+)?(?:treatment|medication|drug)s?\b|\b(?:two|both|more\s+than\s+one)\s+(?:drugs?|medic\w+|agents?|products?)\s+(?:of|in|from|within)\s+the\s+same\s+(?:\w+\s+)?class\b|\bsame\s+(?:therapeutic\s+|drug\s+|pharmacologic\s+)?class\b[^.]{0,60}\b(?:already|current(?:ly)?|at\s+the\s+same\s+time|together)/,
    unless: /\bclaims?\b|\bpreferred\b|\btried\b|\bfirst\b/,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'benefit_exclusion',
    cue: /\b(?:not|n['’]t)\s+(?:a\s+)?(?:covered\s+)?benefits?\b|\bnon-?covered\b|\bexclu(?:ded|sions?|des)\b|\bexcluded\s+from\s+coverage|\bnot\s+a\s+covered\b/,
    unless: /experimental|investigational|\bexclusion\s+\d|medical(?:ly)?\s+necess|\bnot\s+deemed\b/,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'off_label_not_covered',
    cue: /\boff-\s?label\b/,
    unless: /experimental|investigational|\bonly when\b/,
    weak: true,
  },
  { category: 'not_covered_excluded', reasonId: 'custodial', cue: /\bcustodial\b/, and: /\bnot|exclu/ },
  { category: 'not_covered_excluded', reasonId: 'cosmetic', cue: /\bcosmetic\b/, unless: /\bnot\s+cosmetic/ },
  {
    category: 'not_covered_excluded',
    reasonId: 'benefit_exclusion',
    cue: /\b(?:is|are|was|were)\s+not\s+covered\b|\b(?:plan|policy|coverage|benefits?|medicare|medicaid)\s+(?:does|do)\s+not\s+cover\b|\bno\s+est[áa]\s+cubiert/,
    unless: /\bbecause\b|until|unless|authori[sz]ation|\bwithout\s+(?:evidence|documentation|proof)\b/,
    weak: true,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'eligibility_coverage',
    cue: /\b(?:coverage|enrollment|eligibility|policy|benefits?)\b[^.]{0,40}\b(?:was|were|has been|had been|is|had|has)?\s*(?:terminated|ended|lapsed|cancell?ed|rescinded|not\s+(?:active|in\s+effect|in\s+force|effective))\b|\b(?:not|n['’]t|no longer)\s+(?:been\s+)?(?:eligible|enrolled|covered\s+by\s+(?:this|the|our)\s+plan|an?\s+active\s+member|insured)\b[^.]{0,60}\b(?:date\s+of\s+service|dates?|when|at\s+the\s+time)\b|\brescind|\brescission/,
    unless: /\breview\b|\bappeal\b|\bauthori[sz]ation\b|\bservices?\s+will\s+end|\bcontinu/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'dme_least_costly_convenience',
    cue: /\b(?:comfort|convenience)\s+items?\b|\bfor\s+(?:personal\s+)?(?:comfort|convenience)\s+(?:only|and\s+not)|\bsame\s+or\s+similar\s+(?:equipment|item)|\buseful\s+lifetime\b|\bnot\s+primarily\s+medical\b|\bless\s+costly\b[^.]{0,40}\bwould\s+(?:meet|serve|be\s+sufficient)|\b(?:standard|basic|manual|simpler|lesser)\s+(?:\w+\s+){0,2}(?:wheelchair|bed|walker|model|device|brace|prosthes[ei]s|item|equipment)\b[^.]{0,30}\bwould\s+(?:meet|serve|be\s+(?:enough|sufficient|adequate))/,
    weak: true,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'educational_developmental',
    cue: /\beducational\s+(?:in\s+nature|services?|purposes?)|\bschool\s+(?:district|system)\b[^.]{0,40}\b(?:responsib|must|should|is|provid)|\bresponsibility\s+of\s+(?:the|your)\s+(?:local\s+)?school/,
    weak: true,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'age_gender_limit',
    cue: /\bage\s+(?:limit|restriction)|\b(?:covered|approved)\s+only\s+for\s+(?:members|patients|persons|people|adults|children)\b[^.]{0,40}\d|\bnot\s+covered\s+for\s+(?:members|patients|persons|people|children|adults|this\s+age)/,
    weak: true,
  },
  {
    category: 'coding_or_billing_error',
    reasonId: 'coordination_of_benefits',
    cue: /\bcoordination\s+of\s+benefits\b|\b(?:other|another)\s+(?:health\s+|primary\s+|group\s+)?(?:insurance|insurer|payer|health\s+plan|carrier)\b[^.]{0,60}\b(?:primary|responsib|first|liable|pay)|\bprimary\s+(?:insurance|insurer|payer|carrier|plan)\b[^.]{0,60}\b(?:first|explanation|eob|payment|must|has\s+not|responsib)|\b(?:work-?related|workers['’]?\s+compensation|no-?fault|auto(?:mobile)?\s+(?:insurance|accident))\b/,
    unless: /\bif\s+you\s+have\b/,
  },
  {
    category: 'non_formulary_or_tier',
    reasonId: 'brand_generic_biosimilar',
    cue: /\bgeneric\s+(?:equivalent|version|form|substitute)\b[^.]{0,50}\b(?:available|covered|required|instead|must)|\bbrand(?:[- ]name)?\s+(?:drugs?|medications?|products?|version)?\b[^.]{0,50}\bnot\s+covered\b|\bbiosimilars?\b[^.]{0,40}\b(?:is|are)\s+(?:preferred|required|covered)/,
    unless: /\bstep[- ]therapy|\bmust\s+first|\btried\s+and\s+failed/,
  },
  {
    category: 'quantity_or_frequency_limit',
    reasonId: 'quantity_limit',
    cue: /\bquantity\s+limits?|\bexceeds?\b[^.]{0,60}\b(?:quantity|limits?|maximum|dos(?:e|age)|days?['’]?\s+supply|allowed\s+(?:units|number))|\brefill\s+too\s+soon/,
    unless: /\bfee|charge|allowed\s+amount|filing/,
  },
  {
    category: 'quantity_or_frequency_limit',
    reasonId: 'visit_frequency_limit',
    cue: /\b(?:visit|frequency|benefit|annual|yearly)\s+(?:limit|maximum|max)\b|\bmax(?:imum)?\s+(?:number\s+of\s+)?(?:visits|benefits?|units|allowable\s+visits)\b|\bfrequency\s+exceeded|\bbenefit\s+maximum|\b(?:used|reached|exhausted)\b[^.]{0,40}\b(?:visits|benefit|limit|maximum)|\blimit\s+of\s+\d+|\b(?:maximum|limit)\b[^.]{0,30}\b(?:has\s+been\s+|was\s+|been\s+)?(?:reached|met|exhausted|exceeded)|\b(?:maximum|limited\s+to|covers?|pays?\s+for|allows?|up\s+to|no\s+more\s+than)\b[^.]{0,60}\b(?:per|every|each|in\s+an?|within\s+an?)\s+(?:\w+\s+){0,2}(?:days?|weeks?|months?|years?|lifetime|benefit\s+period|calendar|plan\s+year)|\bnumber\s+of\s+(?:days|visits|units)\b[^.]{0,40}\bexceeds|\bthis\s+many\/frequency/,
  },
  {
    category: 'bundling',
    reasonId: 'coding_bundling',
    cue: /\b(?:un)?bundl(?:ed|ing|e)\b|\bincluded\s+in\s+(?:\w+\s+){0,3}(?:global|another|other|primary|payment|allowance|procedure)|\bincidental\s+to|\bmutually\s+exclusive|\bncci\b|\bglobal\s+(?:surg\w+|period|package)|\bcomponent\s+of\s+(?:another|the)|\bnot\s+separately\s+(?:reimbursable|payable|paid)/,
  },
  {
    category: 'coding_or_billing_error',
    reasonId: 'coding_bundling',
    cue: /\b(?:invalid|incorrect|wrong|inappropriate|missing|deleted)\s+(?:\w+\s+){0,2}?(?:modifier|codes?|npi|diagnosis\s+code|place\s+of\s+service)|\bmodifiers?\b[^.]{0,30}\b(?:not|missing|invalid|inconsistent|incorrect|required)|\b(?:diagnosis|procedure|code)\b[^.]{0,40}\binconsistent|\binconsistent\s+with\s+the|\b(?:coding|billing|submission\/billing)\s+error|\bnpi\s+mismatch|\bincorrectly\s+(?:coded|billed)|\bnpi\b[^.]{0,20}does\s+not\s+match/,
  },
  {
    category: 'duplicate_claim',
    reasonId: 'duplicate_claim',
    cue: /\bduplicate\b|\bpreviously\s+(?:paid|processed|considered)|\balready\s+(?:been\s+)?(?:paid|processed)/,
    unless: /\bduplicate\s+(?:therapy|copies)|therapeutic/,
  },
  {
    category: 'timely_filing',
    reasonId: 'timely_filing',
    cue: /\bfiled\s+late|\blate\s+filing\b(?!\s+charge)|\buntimely|\btimely\s+filing\b|\b(?:past|after|beyond|outside)\b[^.]{0,40}\bfiling\s+(?:limit|period|deadline)|\btime\s+limit\s+for\s+filing/,
    unless: /\bcorrected\s+claims?\b|\bmust\s+be\s+(?:submitted|filed|received)\b/,
  },
  {
    category: 'out_of_network',
    reasonId: 'network_channel_provider_type',
    cue: /\b(?:must|required\s+to|has\s+to|have\s+to|needs?\s+to|may\s+only|can\s+only)\s+(?:be\s+)?(?:\w+\s+){0,2}?(?:filled|fill|dispensed|obtained|obtain|purchased|supplied|ordered|order|use|used)\b[^.]{0,50}\b(?:specialty|designated|contracted|preferred|mail[- ]order|network|home\s+delivery)\s+(?:specialty\s+|retail\s+)?(?:pharmac(?:y|ies)|suppliers?|vendors?)|\bprovider\s+type\b[^.]{0,40}\bnot\s+(?:covered|eligible|payable|recognized)|\b(?:pharmacy|supplier|provider|therapist|practitioner)\b[^.]{0,20}\b(?:is|was)\s+not\s+(?:credentialed|an?\s+(?:eligible|covered|recognized)\s+(?:provider|type))/,
  },
  {
    category: 'prior_authorization_missing',
    reasonId: 'referral_missing',
    cue: /\breferral\b[^.]{0,60}\b(?:(?:is|was)\s+(?:required|needed|absent|missing)|absent|missing)\b|\b(?:no|without\s+an?|missing|lack(?:ed|s)?\s+an?)\s+(?:\w+\s+){0,2}referral\b/,
    unless: /\bno\s+referral\s+(?:is\s+)?(?:needed|required)/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'transport',
    cue: /\b(?:ambulance|transport(?:ation)?)\b[^.]{0,60}\b(?:was|is|were|are)\s+not\s+(?:\w+\s+){0,2}(?:necessary|needed|required|emergent)\b|\b(?:not|beyond|past|than)\b[^.]{0,40}\bnearest\s+(?:appropriate\s+|capable\s+)?(?:facility|hospital)\b/,
  },
  {
    category: 'not_medically_necessary',
    reasonId: 'maintenance_no_progress',
    cue: /\breached\s+an?\s+(?:\w+\s+)?plateau|\bplateaued\b|\bno\s+(?:significant|further|measurable|meaningful|functional)\s+(?:\w+\s+){0,2}(?:improvement|progress)\b|\black\s+of\s+(?:\w+\s+){0,2}progress\b|\bnot\s+(?:expected|likely)\s+to\s+(?:\w+\s+){0,2}improve\b/,
    unless: /\bconservative\b|\btried\b|\bdrugs?\b|\bmedications?\b/,
  },
  {
    category: 'not_covered_excluded',
    reasonId: 'unapproved_or_compounded',
    cue: /\bcompounded\s+(?:product|drug|medication|preparation|prescription)s?\b|\bnot\s+(?:been\s+)?(?:fda[- ]approved|approved\s+by\s+the\s+(?:fda|food\s+and\s+drug\s+administration))(?!\s+(?:for|to)\b)|\bnot\s+fda\s+approved(?!\s+(?:for|to)\b)/,
    unless: /experimental|investigational/,
    weak: true,
  },
  {
    category: 'payment_reduced',
    reasonId: 'preventive_cost_sharing',
    cue: /\b(?:processed|billed|coded|considered|treated|paid)\s+(?:as\s+)?(?:an?\s+)?(?:diagnostic|non-?preventive|non-?routine)\b|\b(?:diagnostic|surveillance)\b[^.]{0,30}\b(?:not|rather\s+than|instead\s+of)\s+(?:as\s+)?(?:an?\s+)?(?:preventive|screening)|\bnot\s+(?:covered\s+|billed\s+|coded\s+)?(?:as\s+)?(?:an?\s+)?preventive\b/,
  },
  {
    category: 'payment_reduced',
    reasonId: 'payment_audit_downgrade',
    cue: /\b(?:payment|service|rate|amount|reimbursement|benefits?|claim|allowance)\s+(?:(?:was|were|is|has been|have been)\s+)?reduced|^(?:denial:\s*)?reduced\b|\breduced\s+(?:payment|rate|benefit)|\bdown-?coded|\bpaid\s+at\s+(?:a\s+)?(?:lower|reduced)|\bexceeds?\b[^.]{0,30}\b(?:fee\s+schedule|allowed\s+amount|maximum\s+allowable|usual)|\brecoup/,
  },
]
