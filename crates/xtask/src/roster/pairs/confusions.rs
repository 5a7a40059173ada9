//! Characters that people mix up when they type a name, written down by hand.
//!
//! The lists are this generator's own: a matcher that is measured with them must have its knowledge
//! from somewhere else, or it would only be asked what it was told. They hold characters of names.

use crate::roster::rng::Rng;

/// Characters of one sound but for the tone; any two of a word are mixed up.
const HOMOPHONES: &str = "\
伟玮炜纬苇维薇威微卫蔚巍 宇雨语羽玉钰育毓煜昱裕瑜愉渝誉豫禹 欣新心鑫馨昕芯歆 怡依宜仪艺逸奕翊毅轶益弈亦伊懿祎
佳嘉家加珈 浩昊皓豪灏好 泽择 梓子紫姿资孜 轩萱宣炫煊暄玄璇 涵晗含瀚翰韩汉寒 晨辰宸琛尘 成诚承程澄城丞
军俊君峻骏均钧 静婧晶菁靖京景璟敬竞 明铭鸣名茗 敏民旻闽 琳霖林临麟淋 玲灵凌铃龄翎菱 丽莉李理力立利黎礼
芳方坊舫 飞菲霏斐 峰锋丰枫凤风 华花桦骅 慧惠辉晖卉会 红宏鸿虹洪弘泓 杰洁捷婕 建健剑坚鉴 江疆 英颖莹盈滢瑛影
燕艳妍岩彦颜雁焱嫣 阳洋扬杨 云芸韵赟昀 月悦越玥岳 源媛元远圆缘苑 勇永咏泳 友佑悠有 雅亚娅 瑶耀遥尧 叶业烨晔
琪奇琦祺启齐旗淇绮 倩茜谦前 强蔷 青清晴庆卿 琴勤秦沁 瑞睿蕊锐芮 蓉荣容融榕 如儒茹汝 珊山杉 生升胜晟盛圣
诗世仕石时 淑书树舒 思斯丝 天田甜恬 婷廷庭亭 涛桃陶韬 彤童桐通 文雯闻温 霞夏 翔祥香湘向 晓小笑筱潇霄 雪学
旭栩煦绪 曦熙溪希晞羲惜 珍真振臻桢 志智芷之致治 中忠钟 竹珠 博波搏 彬斌滨宾缤 昌畅 春纯淳 东冬栋 刚钢 光广
国果 贺和荷赫 金锦进瑾晋 可柯珂轲 凯恺楷 磊蕾雷 亮良 龙隆 露璐路 兰岚 梅美玫 梦萌孟 木沐慕 南楠 宁凝 鹏朋
平萍苹 双爽 顺舜 松嵩 星兴 秀修 安桉 宝葆 诺糯 然燃 若偌 曼蔓漫 朗浪 航杭 齐琪 张章彰 王汪 刘柳 陈晨
徐许 朱祝诸 吴武伍 于余俞喻 付傅 程成 肖萧 江姜蒋 何贺 邱秋 严颜闫 沈申 谢解 袁元 魏卫 尹印 任仁 潘盘";

/// Pairs whose sounds are close: curled and flat initials, n and l, r and l, f and h, two nasals.
const NEAR: &str = "\
欣星 金京 民明 敏铭 林凌 琳玲 霖灵 晨程 辰诚 宸澄 思诗 丝世 斯仕 姿志 子芝 紫智 宗忠 淑素 珊三 南兰 楠岚 娜拉 宁玲
凝琳 煌芳 慧飞 辉菲 静瑾 婧锦 晶金 盈茵 英音 莹银 颖引 清琴 庆沁 青勤 晴秦 真正 振政 珍征 臻争 生森 晟森 蓉龙 荣隆
若洛 冉兰 然岚 风红 峰弘 锋鸿 凡环 方皇 冰彬 兵斌 平频 萍品 涵航 翰行 安昂 丹当 山上 帆方 岩阳 燕扬 彦洋
艳杨 雁阳 沈盛 陈程 曾郑 邹周 孙顺 苏舒 蔡柴 李倪 吕女 林宁 梁娘 罗诺 刘牛 胡符 黄房 冯洪 范环 金荆 尹应 宾兵";

/// Pairs that look alike; few of them sound alike.
const LOOK_ALIKES: &str = "\
睿容 祎袆 晴睛 玥钥 婕捷 璐潞 沐休 昊吴 旻昱 晗哈 涵函 萱宣 妍研 琪棋 浩皓 芊千 茜西 沅元 骏俊 峻俊 凌凄 丽而
若苦 菲非 薇微 芳方 芸云 英央 苗田 玲冷 珂柯 珊姗 珍诊 瑶谣 瑾谨 璇旋 瑜喻 玮伟 珺郡 珈伽 晓晒 晖挥 晨震 旭旮
昕听 景影 暄喧 烨华 炜纬 煜昱 熙照 婷停 娜那 娟捐 娅亚 媛援 姝妹 娇桥 怡恰 恒桓 慧彗 志忘 思恩 航杭 翔详 耀跃
佳住 伊尹 倩请 健建 仁仨 佑估 伦论 南楠 卿聊 可何 嘉喜 国囯 奇琦 宁宇 宏宠 宸辰 容蓉 宣宜 展屉 岚风 峰蜂 巍魏
平半 康唐 延廷 弘弦 彦产 彪虎 徐涂 德得 成戍 林村 未末 土士 己已 戊戌 日曰 天夭 千干 午牛 王玉 大太 刀力 人入
今令 候侯 免兔 治冶 准淮 采釆 竟竞 毫亳 亨享 哀衷 莹萤 荣菜 范苑 宋末 季李 田由 申甲 目自 白百 木本 乌鸟 凤风
呜鸣 陈阵 扬杨 宇字 闻间 问间 贞页 幸辛 旦且 早旱 昌冒 炎焱 钰珏 铭名 锋峰 锐税 雅稚 雪雷 霞震 韬滔 颂颁 馨磬
鑫金 瑞端 盛威 盟盖 祥详 禾木 秀季 竺笠 章童 素索 罗岁 胜性 舒野 苏办 茹茄 荀苟 莉利 裴斐 贝见 贤坚 赫赤 超起
轩杆 邓郑 邢刑 邱邸 郁邮 钊钓 尧晓 奕弈 羽习 玲铃 静净 清情 泽译 沛柿 沁心 梓样 桐铜 彤丹 芮茵 芷芝 苒再";

/// Simplified and traditional or variant in turn.
const FORMS: &str = "\
张張刘劉陈陳杨楊赵趙黄黃吴吳孙孫马馬罗羅郑鄭谢謝韩韓冯馮邓鄧许許苏蘇卢盧蒋蔣贾賈叶葉钟鍾谭譚邹鄒陆陸顾顧龙龍万萬
钱錢汤湯贺賀赖賴龚龔伟偉丽麗华華峰峯岩巖晋晉闻聞庆慶凤鳳兰蘭东東荣榮梦夢艺藝颖穎静靜莹瑩琼瓊瑶瑤云雲韵韻灵靈剑劍凯凱
杰傑坚堅国國宝寶义義礼禮飞飛鸿鴻鹏鵬涛濤泽澤润潤渊淵洁潔清淸睿叡哲喆坤堃升昇皓暠晖暉炜煒烨燁玮瑋轩軒辉輝达達远遠钧鈞
铭銘锋鋒锦錦韬韜顺順颂頌骏駿齐齊龄齡萧蕭阎閻德悳咏詠吉𠮷学學雾霧玺璽珑瓏亚亞诗詩语語誉譽诚誠谦謙诺諾贤賢贵貴军軍
进進连連运運乐樂桦樺栋棟权權林林楠枏欢歡汉漢沪滬浅淺湾灣满滿兴興刚剛创創励勵劲勁卫衛历歷厉厲双雙启啟圣聖娅婭娴嫻娇嬌
宁寧宪憲实實宾賓尔爾岚嵐岭嶺岛島帅帥师師广廣开開强強归歸彦彥忆憶怀懷恋戀悦悅惠恵战戰扬揚拥擁择擇晓曉时時显顯景景权權
欧歐毕畢气氣滨濱灿燦炽熾焕煥爱愛玑璣现現瑾瑾畅暢盖蓋监監眯瞇确確种種积積竞競笔筆纯純纪紀红紅练練维維绮綺绿綠罗羅翘翹
耀燿聪聰肃肅胜勝腾騰艳艷节節苇葦荟薈莲蓮萨薩蓝藍蔼藹薇薇虎乕观觀订訂记記论論讯訊许許证證评評词詞谊誼谨謹赞贊跃躍辰辰";

/// Pairs that look alike and were written down before any table was made with them in view.
const HELD_OUT: &str = include_str!("../../../../../tests/oracles/look_alikes.txt");

/// How a character is replaced, in the shares of the SIGHAN sets of typing mistakes.
#[derive(Debug)]
pub(super) struct Confusions {
    homophones: Vec<Vec<char>>,
    near: Vec<Vec<char>>,
    look_alikes: Vec<Vec<char>>,
    held_out: Vec<Vec<char>>,
    forms: Vec<Vec<char>>,
}

impl Confusions {
    pub(super) fn new() -> Self {
        let words = |text: &str| {
            text.split_whitespace()
                .map(|it| it.chars().collect())
                .collect()
        };
        let forms: Vec<char> = FORMS.chars().filter(|it| !it.is_whitespace()).collect();
        let forms = forms.chunks_exact(2).filter(|it| it[0] != it[1]);
        Self {
            homophones: words(HOMOPHONES),
            near: words(NEAR),
            look_alikes: words(LOOK_ALIKES),
            held_out: words(held_out()),
            forms: forms.map(<[char]>::to_vec).collect(),
        }
    }

    /// What is typed instead where the sound is right: 79 in a hundred the same sound, 9 a near one,
    /// the others a look-alike.
    pub(super) fn typed(&self, rng: &mut Rng, c: char) -> Option<char> {
        let list = match rng.below(100) {
            0..79 => &self.homophones,
            79..88 => &self.near,
            _ => &self.look_alikes,
        };
        another(rng, list, c)
    }

    pub(super) fn homophone(&self, rng: &mut Rng, c: char) -> Option<char> {
        another(rng, &self.homophones, c)
    }

    pub(super) fn look_alike(&self, rng: &mut Rng, c: char) -> Option<char> {
        another(rng, &self.look_alikes, c)
    }

    pub(super) fn held_out(&self, rng: &mut Rng, c: char) -> Option<char> {
        another(rng, &self.held_out, c)
    }

    /// The traditional or variant form.
    pub(super) fn form(&self, c: char) -> Option<char> {
        let pair = self.forms.iter().find(|it| it[0] == c)?;
        Some(pair[1])
    }
}

/// The pairs under the first heading.
fn held_out() -> &'static str {
    let part = HELD_OUT.split("\n# ").nth(1).unwrap_or("");
    part.split_once('\n').map_or("", |it| it.1)
}

/// Another character of a word that the character is in.
fn another(rng: &mut Rng, words: &[Vec<char>], c: char) -> Option<char> {
    let with: Vec<&Vec<char>> = words.iter().filter(|it| it.contains(&c)).collect();
    if with.is_empty() {
        return None;
    }
    let others: Vec<char> = rng
        .pick(&with)
        .iter()
        .copied()
        .filter(|it| *it != c)
        .collect();
    Some(rng.pick(&others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_out_is_in_no_list() {
        let lists = Confusions::new();
        assert!(lists.held_out.len() > 180);
        for pair in &lists.held_out {
            let has =
                |words: &[Vec<char>]| words.iter().any(|it| pair.iter().all(|c| it.contains(c)));
            assert!(pair.len() == 2 && !has(&lists.look_alikes), "{pair:?}");
            assert!(!crate::han::is_listed_by_hand(pair), "{pair:?}");
        }
    }

    #[test]
    fn the_lists_are_large_enough_and_never_give_the_same_character() {
        let lists = Confusions::new();
        let pairs = |words: &[Vec<char>]| -> usize {
            words.iter().map(|it| it.len() * (it.len() - 1) / 2).sum()
        };
        assert!(pairs(&lists.homophones) > 800);
        assert!(pairs(&lists.near) > 85 && pairs(&lists.look_alikes) > 190);
        assert!(lists.forms.len() > 200);
        for words in [
            &lists.homophones,
            &lists.near,
            &lists.look_alikes,
            &lists.forms,
        ] {
            for word in words {
                assert!(word.len() > 1, "{word:?}");
                let mut sorted = word.clone();
                sorted.sort_unstable();
                sorted.dedup();
                assert_eq!(sorted.len(), word.len(), "{word:?}");
            }
        }
    }
}
