// The benchmark vignette as an ink story. It says what vignette.scenario.ron says: change one and change all three.
// `ink.json` is this file compiled: see README.md.
VAR luck = 0 // set before each play
VAR trust = 4
VAR drink = 4
VAR money = 4
VAR sleep = 5
VAR work = 3
VAR family = 5
VAR temper = 4
VAR contact = 5
VAR has_room = false
VAR on_course = false
VAR sister_rings = false
VAR van = false
VAR seen_nurse = false
VAR warned = false
VAR ben_about = false
~ SEED_RANDOM(luck)
-> week_1

== week_1
{ RANDOM(0, 9999) < 4000:
    ~ contact = MAX(contact - 1, 0)
    ~ family = MAX(family - 2, 0)
}
{ contact <= 4: He has asked for his fares again. I have done him two day tickets and put it in the book. }
{ family >= 4: Hiya, it's Kerry, Dale's sister. He gave me this address. He's all right, he just doesn't say much in offices. }
He is early, and the induction has forty questions. How do you use the hour?
+ Go through the form in order, so that nothing is missed
    ~ contact = MIN(contact + 1, 10)
    ~ trust = MAX(trust - 1, 0)
+ {family >= 4} Ask whether his sister may ring you
    ~ sister_rings = true
    ~ family = MIN(family + 1, 10)
+ Put the form down and ask about his week
    ~ trust = MIN(trust + 2, 10)
+ {contact >= 5 && money >= 3} Ring Lockhouse with him in the room
    ~ has_room = true
    ~ money = MAX(money - 1, 0)
+ Read the conditions aloud and have him say them back
    ~ contact = MIN(contact + 1, 10)
    ~ temper = MIN(temper + 1, 10)
-
{ contact >= 6 || trust >= 6 || has_room: Signed both sides. He has put the old address on page 3, can you get him to do that one again? }
-> week_2

== week_2
{ RANDOM(0, 9999) < 3000 + 1500 * (trust <= 3) - 1000 * sister_rings:
    ~ ben_about = true
    ~ drink = MIN(drink + 1, 10)
}
{ not has_room && money >= 3: We have one coming up on the second floor, shared kitchen. Deposit is three weeks. He'd need to view it by Friday. }
{ not has_room && family >= 3: He's on my sofa till he gets sorted. It's fine. The kids think it's a holiday. }
{ contact >= 5: Attended. Updated his CV with the adviser. Next one is the same time in two weeks. }
{ drink >= 5 || trust <= 4: Met him at ten like we said. He'd a can with him, put it in the bin when he saw me. Good talk after. }
You can smell it across the desk, and it is half past ten. What do you do with that?
+ Refer him to Sallow Court today, under the condition
    ~ drink = MAX(drink - 1, 0)
    ~ temper = MIN(temper + 1, 10)
+ Ask what a day looks like, drink included
    ~ trust = MIN(trust + 1, 10)
    ~ drink = MAX(drink - 1, 0)
+ {drink >= 5} Send a compliance letter, and note what you smelled
    ~ warned = true
    ~ trust = MAX(trust - 2, 0)
    ~ drink = MAX(drink - 1, 0)
+ Let this one go, and look again on Thursday
    ~ trust = MIN(trust + 1, 10)
    ~ drink = MIN(drink + 1, 10)
+ {sister_rings || family >= 5} Ask Kerry what she sees at home
    ~ family = MAX(family - 1, 0)
    ~ trust = MAX(trust - 1, 0)
    ~ sister_rings = true
-
-> week_3

== week_3
{ not has_room:
    { RANDOM(0, 9999) < 5000:
        ~ sleep = MAX(sleep - 2, 0)
    }
}
{ contact <= 5 || (warned && trust <= 3): Rang twice about the change of room for Thursday, straight to voicemail. Texted him instead. }
{ (has_room || ben_about) && temper >= 4: I do not like to complain but it was gone one and there were three of them on the stairs. The tall one said sorry. }
Ray has a place on his course if you will say a word for him. How far do you go?
+ Ring Ray and say what you honestly can
    ~ on_course = true
    ~ work = MIN(work + 2, 10)
+ {trust >= 5} Have Dale make the call, with you beside him
    ~ on_course = true
    ~ work = MIN(work + 1, 10)
    ~ trust = MIN(trust + 1, 10)
+ Ask Ray to hold it a fortnight, until he is settled
    ~ work = MAX(work - 1, 0)
    ~ sleep = MIN(sleep + 1, 10)
    ~ has_room = true
+ Ask the beat officer about the yard first
    ~ work = MIN(work + 1, 10)
    ~ trust = MAX(trust - 1, 0)
+ {money <= 3 || contact <= 4} Sort his boots and fares out before anything else
    ~ money = MIN(money + 1, 10)
    ~ work = MIN(work + 1, 10)
    ~ contact = MIN(contact + 1, 10)
-
{ on_course || work >= 4: Tell him Monday, quarter to eight, boots with a toecap. If he's late the once I'll not say owt. Twice I will. }
-> week_4

== week_4
{ work >= 3:
    { RANDOM(0, 9999) < 3500 + 2000 * on_course:
        ~ money = MIN(money + 2, 10)
        ~ sleep = MAX(sleep - 1, 0)
    }
}
{ seen_nurse || sleep <= 4: Seen for his chest. Mentioned in passing that he is up most nights. I have given him a chart to fill in. }
{ (sister_rings || trust <= 5) && family <= 6: You said to say if. He's stopped eating with us. He says he's had something. I don't think he has. }
{ work >= 4 && contact >= 4: Slip attached as you asked. Thirty-one hours. Should have been thirty-eight, but he did ring. }
He yawns through the whole of it and says that he is fine. What do you do?
+ Book him in with the nurse before he leaves
    ~ seen_nurse = true
    ~ sleep = MIN(sleep + 1, 10)
    ~ drink = MAX(drink - 1, 0)
+ Cut the hour to twenty minutes and send him home
    ~ sleep = MIN(sleep + 2, 10)
    ~ contact = MAX(contact - 1, 0)
+ Ask what keeps him up, and wait for the answer
    ~ trust = MIN(trust + 1, 10)
    ~ sleep = MIN(sleep + 1, 10)
    ~ temper = MAX(temper - 1, 0)
+ {work >= 4 && not warned} Ask Ray for later starts, with his consent
    ~ sleep = MIN(sleep + 2, 10)
    ~ work = MAX(work - 1, 0)
+ {not has_room} Go back to Lockhouse about the room
    ~ has_room = true
    ~ money = MAX(money - 2, 0)
    ~ sleep = MIN(sleep + 1, 10)
-
{ ben_about || (on_course && work >= 6): For information. Stopped 23:50 on the ring road, white Transit, passenger. Everything in order, tools in the back. }
-> week_5

== week_5
{ RANDOM(0, 9999) < 3000 + 2500 * (drink >= 6) - 1500 * (sleep >= 6):
    ~ family = MAX(family - 2, 0)
    ~ temper = MIN(temper + 2, 10)
    ~ sister_rings = true
}
{ money <= 5: Nothing yet this month. It's usually the bank. Can you mention it? }
{ drink >= 5: Not with us today. He sent word by one of the others that it was his stomach. }
{ drink <= 4: Came, sat by the door, said one thing, and it was a good one. Breath test nil. }
He is behind with somebody every week. Where do you put an afternoon?
+ Sit down with him and the letters, all of them
    ~ money = MIN(money + 2, 10)
    ~ trust = MIN(trust + 1, 10)
+ {has_room} Agree a plan with Lockhouse
    ~ money = MIN(money + 1, 10)
    ~ temper = MAX(temper - 1, 0)
+ Send him to the debt adviser on Friday
    ~ money = MIN(money + 1, 10)
    ~ contact = MAX(contact - 1, 0)
+ {work <= 3} Help him to write to the job centre
    ~ money = MIN(money + 2, 10)
    ~ contact = MIN(contact + 1, 10)
+ Leave it with him: it is his to sort out
    ~ money = MAX(money - 1, 0)
    ~ work = MIN(work + 1, 10)
    ~ ben_about = true
-
-> week_6

== week_6
{ ben_about || work >= 6:
    { RANDOM(0, 9999) < 5500:
        ~ van = true
        ~ money = MIN(money + 1, 10)
    }
}
{ trust >= 4 && temper <= 6: We went round the reservoir instead of the cafe. He talked about his dad for the first time. I mostly listened. }
{ ben_about || (sister_rings && trust >= 3): That Ben's been round. I shut the door on him. Dale went down and stood with him in the car park for an hour. }
{ work >= 2 && (sleep <= 5 || drink >= 5): That's twice. I've had a word. He looked like he'd been up since yesterday. }
A name from the old file is back in the car park. What do you do about it?
+ Ask Dale who he has been seeing
    ~ trust = MAX(trust - 1, 0)
    ~ ben_about = false
+ Ask the beat officer what Ben is doing these days
    ~ contact = MIN(contact + 1, 10)
    ~ temper = MIN(temper + 1, 10)
+ {sister_rings} Ask Kerry to let you know if he comes again
    ~ family = MIN(family + 1, 10)
    ~ trust = MAX(trust - 1, 0)
    ~ drink = MAX(drink - 1, 0)
+ {ben_about && trust <= 6} Ask for a condition that keeps the two apart
    ~ ben_about = false
    ~ van = false
    ~ temper = MIN(temper + 2, 10)
    ~ warned = true
+ Fill his evenings: Glyn, the gym, the group
    ~ drink = MAX(drink - 1, 0)
    ~ family = MIN(family + 1, 10)
    ~ sleep = MIN(sleep + 1, 10)
-
-> week_7

== week_7
{ RANDOM(0, 9999) < 2500 + 1000 * (sleep <= 3):
    ~ contact = MAX(contact - 2, 0)
    ~ work = MAX(work - 1, 0)
}
{ contact >= 5 || warned: The half-way report is on your list for this week. Last one is on the shared drive. }
{ has_room && temper >= 3 && sleep <= 8: Window in his room wants doing. He says it was the wind. It has been still all week, but there we are. }
{ money <= 6 && not warned: He asked me for forty pounds till Friday. I said I couldn't and he was decent about it. }
The half-way report is due. What does it rest on?
+ Bring the last one up to date where it has changed
    ~ contact = MIN(contact + 1, 10)
    ~ sleep = MAX(sleep - 1, 0)
+ Write it again from the contacts, with him
    ~ trust = MIN(trust + 2, 10)
    ~ temper = MAX(temper - 1, 0)
+ {seen_nurse} Ask the nurse for a page before you write
    ~ sleep = MIN(sleep + 2, 10)
    ~ drink = MAX(drink - 1, 0)
+ {has_room || sister_rings} See where he lives first
    ~ trust = MIN(trust + 1, 10)
    ~ family = MIN(family + 1, 10)
+ Ask Moira to read it before it goes
    ~ work = MIN(work + 1, 10)
    ~ contact = MIN(contact + 1, 10)
    ~ warned = false
-
{ family >= 4 && drink <= 5: He did the balloons. He left before the grown-ups opened anything, he said that was on purpose. }
-> week_8

== week_8
{ ben_about:
    { RANDOM(0, 9999) < 4000:
        ~ ben_about = false
        ~ van = false
        ~ temper = MAX(temper - 1, 0)
    }
}
{ contact <= 6 && not on_course: A reduction of 14 days applies from Monday. The claimant may ask for the decision to be looked at again. }
{ trust >= 4: hi its dale, can we do wednesday not thursday as ray has a big job on. i can come after as well if you are open }
{ van || (drink >= 4 && money <= 6): Copper gone from Brack's yard on Tuesday night. Two males and a light van on camera. No faces. Thought you should have it. }
He did not come. He rang on Friday to say that he had lost the day. What do you write?
+ Unacceptable absence, and a letter
    ~ warned = true
    ~ contact = MIN(contact + 1, 10)
    ~ trust = MAX(trust - 1, 0)
+ {on_course && work >= 4} Acceptable, work, on Ray's word
    ~ work = MIN(work + 1, 10)
    ~ trust = MIN(trust + 1, 10)
+ Go round this afternoon
    ~ contact = MIN(contact + 1, 10)
    ~ temper = MIN(temper + 1, 10)
    ~ trust = MIN(trust + 1, 10)
+ See him twice next week instead
    ~ contact = MIN(contact + 1, 10)
    ~ work = MAX(work - 2, 0)
+ {(warned && contact <= 6) || contact <= 3} Talk to Moira about recall
    ~ contact = MIN(contact + 1, 10)
    ~ trust = MAX(trust - 2, 0)
    ~ temper = MIN(temper + 2, 10)
-
-> week_9

== week_9
{ family >= 4:
    { RANDOM(0, 9999) < 5500:
        ~ family = MIN(family + 1, 10)
        ~ drink = MIN(drink + 1, 10)
    }
}
{ work >= 3 && sleep >= 3 && not ben_about: Two weeks, not a minute late. I'd have him on the books if the office would let me. }
{ has_room || contact >= 7: Rota attached. He swapped with flat 5 without telling us, which is fine, but tell us. }
{ temper >= 4 && not (seen_nurse && trust >= 6): He raised his voice at the desk about the wait. Came back in and said sorry. Not sure whether you want it written up. }
He has been short with the front desk. Reception would like it dealt with. How?
+ Bring him and Shona together for five minutes
    ~ temper = MAX(temper - 2, 0)
    ~ trust = MIN(trust + 1, 10)
+ {temper >= 5} Write it up as an incident
    ~ warned = true
    ~ temper = MIN(temper + 1, 10)
    ~ contact = MIN(contact + 1, 10)
+ Have a word with him at the start of the hour
    ~ temper = MAX(temper - 1, 0)
    ~ trust = MAX(trust - 1, 0)
+ {trust >= 5} See him at the library for a while
    ~ temper = MAX(temper - 1, 0)
    ~ contact = MAX(contact - 1, 0)
    ~ sleep = MIN(sleep + 1, 10)
+ Ask what that week had been like
    ~ temper = MAX(temper - 1, 0)
    ~ sleep = MIN(sleep + 1, 10)
    ~ seen_nurse = true
-
-> week_10

== week_10
{ has_room:
    { RANDOM(0, 9999) < 2500 + 3000 * (money <= 2):
        ~ has_room = false
        ~ ben_about = true
        ~ sleep = MAX(sleep - 2, 0)
    }
}
{ drink >= 4 || seen_nurse: Result attached. Liver figures are what you would expect. We have talked it through with him. }
{ not sister_rings && family <= 8: He's not seen Kerry since the weekend before last. He changed the subject, so I let him. }
{ (has_room && money >= 2) || money >= 7: Account is clear. Please thank him for ringing first. }
The drug team's figures are in, and he would rather not go through them. What now?
+ Go through them with him, plainly
    ~ drink = MAX(drink - 2, 0)
    ~ temper = MIN(temper + 1, 10)
+ Leave the figures to the drug team
    ~ drink = MAX(drink - 1, 0)
    ~ contact = MAX(contact - 1, 0)
+ {drink >= 3 && not (not warned && trust >= 6)} Ask for an alcohol tag
    ~ drink = MAX(drink - 3, 0)
    ~ trust = MAX(trust - 2, 0)
    ~ temper = MIN(temper + 1, 10)
+ {sister_rings && family >= 3} Ask whether Kerry may sit in
    ~ drink = MAX(drink - 1, 0)
    ~ family = MIN(family + 2, 10)
+ Start from the weeks that went well
    ~ trust = MIN(trust + 1, 10)
    ~ drink = MIN(drink + 1, 10)
    ~ work = MIN(work + 1, 10)
-
{ (ben_about && trust <= 8) || van || drink >= 4: Dale Orrin and Benjamin Coyle outside the Anchor at 15:10, talking. No cause to speak to them. }
-> week_11

== week_11
{ RANDOM(0, 9999) < 3500 + 1500 * (trust >= 6) + 500 * seen_nurse:
    ~ trust = MIN(trust + 1, 10)
    ~ sleep = MIN(sleep + 2, 10)
    ~ drink = MAX(drink - 1, 0)
}
{ sleep <= 7: Chart back. Three hours, four hours, three. He is not keen on tablets. I have asked him to come again. }
{ family >= 3 && (sister_rings || money >= 3): He's put twenty pounds in a card for our Lily. I know what twenty pounds is to him. }
Ray can only give him two days. What do you do with the other three?
+ Take him to the agency in Carrow
    ~ work = MIN(work + 1, 10)
    ~ money = MIN(money + 1, 10)
+ {on_course} Ask the college for the second certificate
    ~ work = MIN(work + 2, 10)
    ~ money = MAX(money - 1, 0)
+ {family >= 5} Ask Kerry whether he could do the school run
    ~ family = MIN(family + 2, 10)
    ~ sleep = MAX(sleep - 1, 0)
+ See him on the empty days for now
    ~ contact = MIN(contact + 1, 10)
    ~ temper = MIN(temper + 1, 10)
+ Say that a quiet week is allowed
    ~ sleep = MIN(sleep + 2, 10)
    ~ drink = MIN(drink + 1, 10)
-
{ work <= 6 && (not on_course || temper >= 5): Order's fallen through, so I can give him two days next week. It's not him. Tell him it's not him. }
-> week_12

== week_12
{ work >= 2:
    { RANDOM(0, 9999) < 3000 + 1500 * warned:
        ~ money = MAX(money - 2, 0)
        ~ temper = MIN(temper + 1, 10)
    }
}
{ warned || drink >= 4 || contact <= 5: I have you down for Friday at two. Bring Orrin, please, and whatever you have from the drug team. }
{ (has_room && trust >= 3 && temper <= 7) || (sister_rings && family >= 5): He's asked if he can have a second key cut for his sister. No objection here. }
{ trust >= 6 || (sister_rings && contact >= 3): coming in at 2. got something to ask you, its nothing bad }
Twelve weeks. Moira asks what you propose for the next twelve. What do you say?
+ {trust >= 5 && drink <= 5} See him every other week
    ~ trust = MIN(trust + 2, 10)
    ~ contact = MAX(contact - 1, 0)
+ Go on as you are
    ~ contact = MIN(contact + 1, 10)
+ Go on, with the drug team in the room
    ~ drink = MAX(drink - 1, 0)
    ~ contact = MIN(contact + 1, 10)
+ {warned || drink >= 7} A formal review, with the conditions on the table
    ~ contact = MIN(contact + 1, 10)
    ~ temper = MIN(temper + 1, 10)
    ~ trust = MAX(trust - 1, 0)
+ Ask him first, and bring back what he says
    ~ trust = MIN(trust + 1, 10)
    ~ family = MIN(family + 1, 10)
-
-> ending

== ending
{
- (drink >= 6 && contact <= 7) || (temper >= 7 && trust <= 4) || van: He stopped coming in week 13, and was found at Ben Coyle's.
- trust >= 6 && work >= 4 && drink <= 4 && not ben_about: He comes on Wednesdays, after work, with sawdust on him.
- else: Nothing happened that anyone would write down.
}
-> END
