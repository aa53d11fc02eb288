### Texts of the representative's desk and the mediator's console.

## Guard against carrying private words

desk-leak-title = Words from a private conversation
desk-leak-body = The marked text comes from the private conversation with { $name }, who has not allowed it to be told.
desk-leak-remove = Remove the words
desk-leak-ask = Ask { $name }

## The rep's desk

desk-rail = Main
desk-rail-cases = Cases
desk-cases = My cases
desk-open-count = { $count ->
    [one] { $count } case
   *[other] { $count } cases
  }
desk-search = Search name, product or reference
desk-filter = Show
desk-tab-my_turn = My turn
desk-tab-waiting = Waiting
desk-tab-due_today = Due today
desk-tab-all = All
desk-none = No cases here.
desk-none-found = Nothing found. Try another word.
desk-none-yours = Nothing waits for you.
desk-see-waiting = See what waits for others
desk-more = See more cases
desk-choose = Choose a case in the list.
desk-open-first = Open the first
desk-opened = Conversation open: { $room }
desk-support = Support
desk-guide = Guide
desk-case = Case
desk-files = Documents { $count }
desk-files-none = No documents yet.
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
desk-ended = Your access to this page has ended. What you wrote is kept.
desk-offline = No connection. What you write is kept and sent later.
desk-back = { $count ->
    [0] Connected.
    [one] Connected. { $count } piece of news.
   *[other] Connected. { $count } pieces of news.
  }

desk-starters = Active listening
desk-starter-1 = Acknowledge
desk-starter-2 = Ask openly
desk-starter-3 = Say it back
desk-starter-4 = Sum up
desk-starter-1-text = { $name }, I understand that this weighed on you:
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
desk-tactics-act-how = Say what you will do and when. Promise only what fits your time.
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
desk-key-counter = Make another offer
desk-key-propose = New proposal
desk-key-starters = Openings for active listening
desk-key-send = Send
