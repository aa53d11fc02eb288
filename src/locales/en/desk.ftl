### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Words from a private conversation
desk-leak-body = The marked text comes from the private conversation with { $name }, who has not allowed it to be told.
desk-leak-remove = Remove the words
desk-leak-ask = Ask { $name }

## The rep's desk

desk-rail = Main
desk-rail-cases = Cases
desk-rail-register = Register
desk-cases = My cases
desk-search = Search name or product
desk-filter = Show
desk-tab-my_turn = My turn
desk-tab-waiting = Waiting
desk-tab-due_today = Due today
desk-tab-all = All
desk-none = No cases here.
desk-none-found = Nothing found. Try another word.
desk-cut = These words find many cases: shown are those among the thousand filed last. Write more words.
desk-none-yours = Nothing is waiting for you.
desk-see-waiting = See what is waiting for others
desk-more = See more cases
desk-choose = Choose a case in the list.
desk-open-first = Open the first
desk-opened = Conversation open: { $room }
desk-support = Support
desk-guide = Guide
desk-case = Case
desk-files = Documents { $count }
desk-files-none = Nobody has sent a file yet.
desk-files-private = Private
desk-case-consumer = Consumer
desk-case-mediator = Mediator
desk-case-phase = Phase
desk-case-opened = Opened on
desk-case-reference = Reference
desk-agreement = Agreement
desk-join = Join the case
desk-ask-mediator = Ask for a mediator
desk-ask-mediator-body = A neutral person from the centre joins the conversation. Both sides will know that you asked.
desk-leave = Leave the mediation
desk-leave-title = Leave the mediation?
desk-leave-body = The mediation ends and the case goes to the ombudsman. You can still read what you could read. The other side will know.
desk-call-back = Take the invitation back
desk-call-back-title = Take the invitation back?
desk-call-back-body = The case ends, and whoever was invited is told. To invite again, open another case.
desk-papers = Papers and record
desk-hand-over = Hand over the case
desk-hand-over-body = You leave the case and read nothing more of it. The other side sees who takes over and the reason, never the note.
desk-hand-over-mediator = You leave the mediation and read nothing more of it. What you heard in private conversations is not passed on; whoever follows starts with new ones.
desk-hand-over-to = Who takes over
desk-hand-over-why = Why
desk-hand-over-note = Note for whoever takes over
desk-hand-over-note-hint = It stays in the team notes: only { $company } reads it.
desk-hand-over-nobody = There is nobody who could take over now.
desk-hand-over-missing-person = Choose who takes over.
desk-hand-over-missing-reason = Choose the reason.
desk-hand-over-yes = Hand over
desk-leave-seat = Leave the case
desk-leave-seat-body = You read nothing more of this case. If nobody else from the company is in it, the conversation stops until the company sends another person. The case then shows the date by which it must.
desk-leave-seat-mediator = You read nothing more of this case. Somebody else is named and starts with new private conversations.
desk-leave-seat-yes = Leave the case
desk-outside = Your company is in this case
desk-outside-body = You do not take part in it: you can read how it began, and not what was said after that.
desk-outside-was = Your part in this case has ended
desk-outside-was-body = You no longer read what is said in it. What you wrote stays in the record.
desk-outside-cases = See my cases
desk-ended = Your access to this page has ended. What you wrote is kept.
desk-offline = No connection. What you write is kept and sent later.
desk-back = { $count ->
    [0] Connected.
    [one] Connected. { $count } update.
   *[other] Connected. { $count } updates.
}

desk-starters = Active listening
desk-starter-1 = Acknowledge
desk-starter-2 = Ask an open question
desk-starter-3 = Say it back
desk-starter-4 = Sum up
desk-starter-1-text = { $name }, I understand that this was hard for you:
desk-starter-2-text = Tell me how it was for you:
desk-starter-3-text = This is what I understood. Is it right?
desk-starter-4-text = So far we have agreed:

desk-tactics = 7 steps (TACTICS)
desk-tactics-done = done
desk-tactics-thank = Thank them for raising it
desk-tactics-thank-how = Say the person's name and what they raised.
desk-tactics-apologise = Apologise for what happened
desk-tactics-apologise-how = Regret is not liability. Speak of what the person went through.
desk-tactics-collect = Collect only what is missing
desk-tactics-collect-how = Open questions first. Do not ask twice for what was said.
desk-tactics-act = Take action
desk-tactics-act-how = Say what you will do and when. Promise only what you can keep in time.
desk-tactics-own = “I will put this right”: with your name
desk-tactics-own-how = Put your own name to what you will do.
desk-tactics-check = Check they are satisfied
desk-tactics-check-how = Does this solve it? Is anything missing?
desk-tactics-summarise = Sum up in writing
desk-tactics-summarise-how = Write what was agreed, the next dates and the cause.

## Keys

desk-keys = Shortcuts
desk-keys-on = Use single-letter keys
desk-key-move = move
desk-key-next = Next case
desk-key-previous = Previous case
desk-key-open = Open the case or go to the message
desk-key-accept = Review and accept the proposal
desk-key-counter = Make another proposal
desk-key-propose = New proposal
desk-key-starters = Phrases for active listening
desk-key-send = Send

## The mediator's console

desk-settings = Rules
desk-rooms = My rooms
desk-needs-you = Need you · { $count }
desk-moving = Moving without you · { $count }
desk-actions = Actions
desk-waits = waiting { $time }
desk-alt-keys = consumer, everyone, company
desk-choose-room = Choose a room in the list.
desk-open-longest = Open the one waiting longest
desk-typing = typing
desk-propose = Propose
desk-summary = Sum up what I heard
desk-summary-label = What you understood
desk-summary-hint = { $name } confirms or corrects it. Only the two of you see it.
desk-ask-tell = Ask to tell
desk-ask-title = Ask { $name } for permission to tell
desk-ask-label = The exact words
desk-ask-hint = Only these words may be brought to the joint room, and only if { $name } allows it.
desk-ask-send = Ask { $name }
desk-pause = Pause joint room
desk-pause-body = The parties cannot write in the joint room until you reopen it. Private conversations go on. Both sides see the pause.
desk-reopen = Reopen joint room
desk-reopen-body = The parties can write in the joint room again.
desk-stage = Change stage
desk-stage-to = Stage
desk-stage-note = Note (optional)
desk-stage-note-hint = This note shows in the joint room.
desk-stage-move = Change
desk-impasse = End without agreement
desk-impasse-why = Why?
desk-impasse-hint = The reason is a code from the list. Your own words stay in your notes alone.
desk-impasse-missing = Choose a reason.
desk-impasse-continue = Continue
desk-impasse-sure = End the mediation without agreement: { $ground }?
desk-impasse-effect-1 = The mediation ends for both sides and its closing record is issued.
desk-impasse-effect-2 = The private conversations close.
desk-impasse-effect-3 = The case goes to the ombudsman.
desk-impasse-yes = Yes, end without agreement
desk-remove = Remove a company representative
desk-remove-body = The person leaves now and reads nothing more. The reason shows in the case. If nobody else from { $company } is in it, the company has to send another person. The case then shows the date by which it must.
desk-remove-who = Who leaves
desk-remove-why = Reason
desk-remove-missing = Choose who leaves and the reason.
desk-remove-yes = Remove from the conversation
desk-accept-title = You were named as mediator
desk-accept-nothing-said = You see what was said only after you accept.
desk-accept-clear = I have no conflict of interest with either side
desk-accept-missing = To accept, declare that you have no conflict. If you have one, decline.
desk-accept-words = What both sides should know about you
desk-accept-words-hint = Training, ties, who pays. Both sides read it.
desk-accept-words-missing = Write what both sides should know about you, or tick that there is nothing to disclose.
desk-accept-nothing = Nothing to disclose
desk-accept-nothing-hint = Fills in this declaration, in the language of the case.
desk-accept-nothing-words = I have nothing to disclose: no ties to either side and no interest in the outcome.
desk-accept-yes = Agree to mediate
desk-accept-no = Decline
desk-admit-title = Case received
desk-admit = Admit the case
desk-assign = Name the mediator
desk-assign-nobody = Nobody free of conflict can mediate now.
desk-assign-missing = Choose a person.
desk-assign-yes = Name
desk-coordinate-title = Coordination of the case
desk-coordinate-sees = Coordinators see names, phase and dates, never what was said.
desk-case-now = Next step
desk-admit-lead = Until you admit the case, nobody at the company learns of the complaint.
desk-refuse = Refuse the case
desk-refuse-why = Why the case is not admitted
desk-refuse-effect = Whoever complained is told this reason, and the case ends.
desk-refuse-missing = Choose a reason.
desk-refuse-yes = Refuse and tell them
desk-replace = Hand the mediation to somebody else
desk-replace-hint = Whoever mediates now stops reading the case. The private conversations begin anew with the next person.
desk-replace-yes = Hand over
desk-mediator-missing = Nobody free and without a conflict was found. You are told every working day until somebody is named.
desk-case-company = Company
desk-invite = Invite a consumer
room-accept-power_missing = You have no authority to sign this: somebody else at the company will have to sign.
room-accept-power_too_small = The amount is above the limit of your authority: somebody else at the company will have to sign.
room-accept-power_expired = Your authority has ended: somebody else at the company will have to sign.

## The coordination: cases without their content, and who mediates them
desk-coordination = Coordination
desk-coordination-lead = Names, phases and dates of the centre's cases. What was said is not shown here.
desk-coordination-admit = To admit · { $count }
desk-coordination-assign = Without a mediator · { $count }
desk-coordination-yours = Also with you · { $count }
desk-coordination-late = Late · { $count }
desk-coordination-rest = Under way · { $count }
desk-coordination-none = Nothing is waiting for you.
desk-coordination-more = There are more cases than those shown.
desk-coordination-mediators = Mediators
desk-coordination-person = Name
desk-coordination-language = Language
desk-coordination-load = Cases in hand
desk-coordination-nobody = This centre has no mediators yet.
desk-coordination-filed = opened on { $date }
desk-open-cases = { $count ->
    [0] no cases in hand
    [one] 1 case in hand
   *[other] { $count } cases in hand
}

desk-key-leave = Close, or leave the field
desk-palette = Go to…
desk-palette-words = What you are looking for: a page, name, product or case code
desk-palette-theme = Switch between light and dark
desk-alert = { $count ->
    [one] 1 case is waiting for you
   *[other] { $count } cases are waiting for you
}
desk-alerts = Alerts
desk-alerts-lead = The title of the page always shows how many cases are waiting for you. No alert says which case it is or what it is about.
desk-alerts-sound = Play a short sound
desk-alerts-notice = Show a notification when this page is in the background
desk-alerts-denied = This browser does not allow notifications from this address.
desk-account = Your account, { $name }

## Rooms and notes as only companies and mediators have them

room-band-internal = Team notes
room-band-internal-readers = Only { $company }'s team sees these.
room-to-team = Only to { $company }'s team. { $consumer } and the mediator do not see it.
room-to-self = Only to you. Nobody else sees it.
room-region-internal = { $company }'s team notes
room-to-mediator-from-company = Only to { $mediator }. { $consumer } does not see it.
room-to-consumer = Only to { $name }. The company does not see it.
room-to-company = Only to { $name }. { $consumer } does not see it.
room-band-of = Private · { $name }
room-band-private-company = Only your team and { $mediator }. { $consumer } sees nothing here.
room-band-of-consumer-hidden = The company does not see it
room-band-of-company-hidden = { $consumer } does not see it
