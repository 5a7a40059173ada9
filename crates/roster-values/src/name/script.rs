//! Characters of the traditional script where a name in the simplified one would have another.
//!
//! Only such characters of names are listed whose traditional form is in no use beside the simplified
//! one: 昇, 喆, 堃, 淼 and others that the list of standard characters of 2013 gives back are not, and
//! neither are 後, 範, 鍾 and the like, which are two characters in one script and one in the other.
//! Deliberately nothing converts a name; which character is right is in the register.

/// The two characters of a pair.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Traditional {
    /// As written.
    pub character: char,
    /// In the simplified script.
    pub simplified: char,
}

/// The first character of the text that belongs to the traditional script only.
pub fn traditional(text: &str) -> Option<Traditional> {
    text.chars()
        .filter(|&it| is_in(&TRADITIONAL, it))
        .find_map(|character| {
            let place = TABLE.binary_search_by_key(&character, |it| it.0).ok()?;
            Some(Traditional {
                character,
                simplified: TABLE[place].1,
            })
        })
}

/// Whether a character of the text belongs to the simplified script, as the other of a pair.
pub fn has_simplified(text: &str) -> bool {
    text.chars().any(|it| is_in(&SIMPLIFIED, it))
}

/// Traditional and simplified in turn, by the first.
const PAIRS: &str = "\
來来倫伦偉伟備备傳传儀仪億亿優优兒儿兩两凱凯劉刘劍剑勁劲動动勛勋勝胜勞劳勵励區区協协厲厉參参\
吳吴啟启喬乔單单嘯啸嚴严國国圍围園园圓圆圖图團团堅坚報报場场塵尘壯壮壽寿夢梦奮奋婁娄婭娅媧娲\
媽妈嫵妩嫻娴嬈娆嬋婵嬌娇孫孙學学實实寧宁審审寬宽寶宝將将尋寻對对導导岡冈島岛峽峡崢峥嵐岚嶠峤\
嶧峄嶺岭巒峦帥帅師师帶带庫库廣广廬庐張张強强彌弥彥彦徑径從从徹彻恆恒悅悦惲恽愛爱愷恺慶庆憲宪\
憶忆應应懷怀戀恋戶户揚扬撫抚擁拥擇择數数時时晉晋晝昼暉晖暘旸暢畅曄晔曇昙曉晓曠旷書书會会東东\
棟栋楊杨楓枫楨桢業业極极榮荣樂乐樓楼標标樹树樺桦橋桥機机檸柠櫻樱權权欒栾歐欧歡欢歲岁歷历氣气\
涇泾淨净淵渊渙涣渾浑湯汤溫温滄沧滿满漢汉漣涟潔洁潤润潯浔澤泽濤涛濱滨瀅滢瀟潇瀾澜灝灏灣湾烏乌\
無无煒炜煥焕熾炽燁烨燈灯燦灿燾焘爍烁爭争爾尔獅狮獻献琿珲瑋玮瑤瑶瑩莹瑪玛璡琎璣玑環环璽玺瓊琼\
瓏珑瓔璎畢毕畫画當当發发皚皑監监盤盘盧卢眾众矯矫碩硕確确禎祯禕祎禮礼種种稱称穎颖穩稳竇窦競竞\
筆笔節节篤笃簡简簫箫紀纪紅红紋纹納纳紓纾純纯紹绍終终結结絢绚統统絲丝絳绛經经綠绿維维綱纲綺绮\
綾绫緋绯緒绪緣缘緯纬練练緹缇縈萦縉缙縝缜縱纵績绩繆缪織织繪绘繼继續续纓缨纖纤羅罗義义習习翹翘\
聖圣聞闻聯联聰聪聲声聶聂職职聽听肅肃臨临興兴舉举艷艳莊庄華华萊莱萬万葉叶蒼苍蓀荪蓮莲蔣蒋蔭荫\
蕭萧薈荟薔蔷薩萨藍蓝藝艺藹蔼藺蔺蘆芦蘇苏蘊蕴蘋苹蘭兰號号螢萤衛卫見见覓觅覽览觀观計计訊讯訓训\
記记訪访設设許许詩诗詳详語语誠诚說说誼谊調调談谈論论諦谛諧谐諶谌諸诸諺谚諾诺謀谋謙谦謝谢謹谨\
譚谭譜谱譽誉讓让豐丰貝贝貞贞財财貴贵費费賀贺賈贾賓宾賢贤質质賴赖贇赟贊赞贏赢趙赵躍跃車车軍军\
軒轩軻轲軼轶軾轼載载輔辅輕轻輝辉輿舆轅辕農农連连進进運运過过達达遙遥遠远遲迟遷迁選选遼辽邁迈\
還还邊边鄉乡鄒邹鄔邬鄧邓鄭郑鄰邻鄴邺鄺邝酈郦醫医釋释釗钊鈕钮鈞钧鈴铃鈺钰鈿钿鉉铉銀银銓铨銘铭\
銳锐鋒锋鋮铖鋼钢錄录錕锟錚铮錢钱錦锦錫锡鍇锴鎧铠鎮镇鏗铿鏘锵鏡镜鐵铁鐸铎鑄铸鑒鉴鑠铄長长門门\
閆闫開开閏闰間间閔闵閣阁閩闽閻阎闊阔闕阙闖闯關关闞阚陝陕陰阴陳陈陸陆陽阳際际隨随隱隐雋隽雙双\
雲云電电霧雾霽霁靄霭靈灵靚靓靜静鞏巩韋韦韓韩韜韬韻韵響响項项順顺頌颂頎颀預预領领頡颉頤颐頻频\
顏颜願愿顥颢顧顾顯显風风颯飒飄飘飛飞饒饶馬马馮冯馳驰駒驹駱骆駿骏騁骋騫骞騰腾驊骅驍骁驕骄驛驿\
驤骧驥骥魯鲁鮑鲍鮮鲜鯉鲤鯤鲲鳳凤鳴鸣鴛鸳鴻鸿鵑鹃鵠鹄鵬鹏鶯莺鶴鹤鷗鸥鷹鹰鷺鹭鸞鸾麗丽麥麦黃黄\
點点黨党齊齐齋斋齡龄龍龙龐庞龔龚";

const COUNT: usize = 514;

const TABLE: [(char, char); COUNT] = table();
const TRADITIONAL: [u64; WORDS] = bits(0);
const SIMPLIFIED: [u64; WORDS] = bits(1);

/// The basic block of ideographs, U+4E00 to U+9FFF, one bit each.
const WORDS: usize = 0x5200 / 64;
const FIRST: u32 = 0x4E00;

#[inline]
fn is_in(bits: &[u64; WORDS], c: char) -> bool {
    let place = u32::from(c).wrapping_sub(FIRST);
    let word = bits.get(place as usize / 64);
    word.is_some_and(|it| it >> (place % 64) & 1 == 1)
}

const fn table() -> [(char, char); COUNT] {
    let mut table = [('\0', '\0'); COUNT];
    let mut pair = 0;
    while pair < COUNT {
        table[pair] = (character(pair * 2), character(pair * 2 + 1));
        pair += 1;
    }
    table
}

const fn bits(side: usize) -> [u64; WORDS] {
    let mut bits = [0; WORDS];
    let mut pair = 0;
    while pair < COUNT {
        let place = character(pair * 2 + side) as u32 - FIRST;
        bits[place as usize / 64] |= 1 << (place % 64);
        pair += 1;
    }
    bits
}

/// The character at a place of [`PAIRS`], all of which take three bytes.
const fn character(at: usize) -> char {
    let bytes = PAIRS.as_bytes();
    let [a, b, c] = [bytes[at * 3], bytes[at * 3 + 1], bytes[at * 3 + 2]];
    let code = (a as u32 & 0xF) << 12 | (b as u32 & 0x3F) << 6 | c as u32 & 0x3F;
    match char::from_u32(code) {
        Some(character) => character,
        None => '\0',
    }
}

#[cfg(test)]
mod tests {
    use super::{COUNT, PAIRS, TABLE};

    #[test]
    fn the_pairs_are_sorted_and_of_the_basic_block() {
        assert_eq!(PAIRS.chars().count(), COUNT * 2);
        assert!(TABLE.is_sorted_by(|a, b| a.0 < b.0));
        let all = TABLE.iter().flat_map(|it| [it.0, it.1]);
        assert!(
            all.into_iter()
                .all(|it| ('\u{4E00}'..='\u{9FFF}').contains(&it))
        );
        // No character is both.
        let is_both = |it: char| TABLE.iter().any(|pair| pair.0 == it);
        assert!(!TABLE.iter().any(|it| is_both(it.1)));
    }
}
