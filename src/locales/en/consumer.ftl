### The consumer's own room: header, menu and cards around the shared parts.
consumer-about-order = { $subject } · order { $order }
consumer-documents = Documents
consumer-documents-none = No documents yet. Attach a photo or file when you write.
consumer-documents-joint = With everyone
consumer-documents-private = Only with the mediator
consumer-documents-agreement = Agreement
consumer-menu = Help and more
consumer-menu-cases = See my cases
consumer-menu-rules = Rules of the mediation
consumer-menu-mediator = Ask for a mediator
consumer-menu-mediator-body = An impartial mediator joins the talk. It is free. You can talk to the mediator in private.
consumer-menu-mediator-yes = Ask for a mediator
consumer-menu-leave = Leave the mediation
consumer-menu-leave-body = The mediation ends without an agreement. You can still read what you have read, and go to a consumer agency or to court.
consumer-menu-leave-yes = Leave the mediation
consumer-menu-withdraw = Withdraw the complaint
consumer-menu-withdraw-body = The case closes now. To come back you would have to make another complaint.
consumer-menu-withdraw-yes = Withdraw and close
consumer-menu-device = This is not my device
consumer-menu-device-body = We erase from this device what you wrote and did not send, and you leave the case here.
consumer-menu-device-yes = Erase and leave
consumer-menu-help = Unsure about your rights? Talk to a consumer agency or public defender before you decide.
consumer-offline = No internet. What you write is kept and sent later.
consumer-back = { $count ->
    [0] Connected.
    [one] Connected. 1 new event.
   *[other] Connected. { $count } new events.
}
consumer-ended = Your session is over. What you wrote is kept.
consumer-ended-enter = Enter again
consumer-offer = Make an offer
consumer-idea = Give the mediator an idea
consumer-deal = You have reached an agreement
consumer-deal-drafting = The text is being written. See what is missing.
consumer-deal-sign = Read it in peace and sign.
consumer-deal-signed = The agreement is signed. See dates and documents.
consumer-deal-open = Open the agreement
consumer-deal-identify = Complete your details
consumer-closed-body = You can still read everything here.
consumer-prepare-title = Until the company answers
consumer-prepare-1 = Gather receipts, photos and protocol numbers.
consumer-prepare-2 = Think about what would solve it for you.
consumer-prepare-3 = We tell you by e-mail when it joins.
consumer-ground-title = Before you write with the mediator
consumer-ground-lead = { $name } has agreed to mediate. Read and accept the terms of the talk.
consumer-ground-1 = Everything here is confidential. Not even the mediator may tell, with the law's exceptions.
consumer-ground-2 = The mediator does not decide. The mediator helps you decide.
consumer-ground-3 = In the private talk the company sees nothing. Only words that you allow are taken to it.
consumer-ground-4 = Respect, always. The mediator may pause the talk.
consumer-ground-5 = You can leave at any time.
consumer-ground-accept = I accept the terms of the talk
consumer-case = Your case
consumer-case-reference = Number
consumer-case-company = Company
consumer-case-mediator = Mediator
consumer-case-filed = Filed on
consumer-case-phase = Status
